package io.sparkusher.load.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sparkusher.load.page.BarPanel.Series;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PlotTest {
    @Test
    void drawsABarForEachValueAsHighAsItsShareOfTheHighest() throws Exception {
        BarPanel panel = new BarPanel(
                "Title",
                List.of("first", "second"),
                List.of(new Series("one", List.of(1.0, 4.0)), new Series("other", List.of(2.0, 0.0))),
                OptionalDouble.of(3));

        NodeList rectangles =
                parse(new Plot("What it shows", List.of(panel)).svg()).getElementsByTagName("rect");

        // Two of them belong to the legend.
        assertEquals(6, rectangles.getLength());
        double highest = height(rectangles, 4);
        assertEquals(highest / 4, height(rectangles, 2), 0.1);
        assertEquals(highest / 2, height(rectangles, 3), 0.1);
        assertEquals(0, height(rectangles, 5), 0.1);
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
    }

    private static double height(NodeList rectangles, int number) {
        return Double.parseDouble(((Element) rectangles.item(number)).getAttribute("height"));
    }
}
