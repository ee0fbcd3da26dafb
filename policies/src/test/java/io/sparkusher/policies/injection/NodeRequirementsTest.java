package io.sparkusher.policies.injection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.NodeRequirement;
import io.sparkusher.policies.api.NodeRequirement.Operator;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeRequirementsTest {
    @ParameterizedTest(name = "a requirement {0} [{1}] and an expression {2} [{3}] contradict each other: {4}")
    @CsvSource({
        "In, a b, In, c, true",
        "In, a b, In, b c, false",
        "In, a, NotIn, a b, true",
        "In, a b, NotIn, a, false",
        "In, a, Exists, '', false",
        "In, a, DoesNotExist, '', true",
        "NotIn, a, In, a, true",
        "NotIn, a, In, a b, false",
        "NotIn, a, DoesNotExist, '', false",
        "Exists, '', In, a, false",
        "Exists, '', DoesNotExist, '', true",
        "DoesNotExist, '', In, a, true",
        "DoesNotExist, '', Exists, '', true",
        "DoesNotExist, '', Gt, 5, true",
        "DoesNotExist, '', NotIn, a, false",
        "DoesNotExist, '', DoesNotExist, '', false",
        "Gt, 5, In, 4 5, true",
        "Gt, 5, In, 6, false",
        "Lt, 5, In, 5, true",
        "Lt, 5, In, 4, false",
        "Gt, 5, Gt, 7, false",
    })
    void contradictionsAreProved(
            Operator operator, String values, String podsOperator, String podsValues, boolean contradict) {
        ObjectNode expression =
                JsonNodeFactory.instance.objectNode().put("key", "tier").put("operator", podsOperator);
        list(podsValues).forEach(expression.putArray("values")::add);
        NodeRequirement requirement = new NodeRequirement("tier", operator, list(values));
        assertEquals(contradict, NodeRequirements.contradicts(requirement, expression));
        expression.put("key", "another");
        assertEquals(false, NodeRequirements.contradicts(requirement, expression));
    }

    private static List<String> list(String values) {
        return values.isEmpty() ? List.of() : Arrays.asList(values.split(" "));
    }
}
