package io.sparkusher.load.page;

import java.util.List;

/** Panels side by side, as an SVG that is read on light pages and on dark ones. */
public record Plot(String description, List<BarPanel> panels) {
    private static final String STYLE = """
            text { font: 11px sans-serif; fill: #24292f }
            .title { font-size: 14px; font-weight: bold }
            .middle, .value { text-anchor: middle }
            .value { font-size: 9px }
            .axis { stroke: #57606a }
            .target { stroke: #57606a; stroke-dasharray: 5 4 }
            .s0 { fill: #1f6feb } .s1 { fill: #8c959f } .s2 { fill: #79b8ff } .s3 { fill: #c4cad1 }
            @media (prefers-color-scheme: dark) {
              text { fill: #e6edf3 }
              .axis, .target { stroke: #9198a1 }
              .s0 { fill: #4493f8 } .s1 { fill: #6e7681 } .s2 { fill: #1c4f91 } .s3 { fill: #444c56 }
            }
            """;

    public Plot {
        panels = List.copyOf(panels);
    }

    /** The whole file. */
    public String svg() {
        StringBuilder svg =
                new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s">
                <style>
                %s</style>
                """.formatted(panels.size() * BarPanel.WIDTH, BarPanel.HEIGHT, description, STYLE));
        for (int number = 0; number < panels.size(); number++) {
            svg.append("<g transform=\"translate(%d 0)\">\n".formatted(number * BarPanel.WIDTH))
                    .append(panels.get(number).svg())
                    .append("</g>\n");
        }
        return svg.append("</svg>\n").toString();
    }
}
