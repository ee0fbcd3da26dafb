package io.sparkusher.policies.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sparkusher.policies.tree.Frozen;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PodDraftTest {
    private static final TextNode VALUE = TextNode.valueOf("v");

    @Test
    void makesWhatMustBeAroundAValueFirst() throws JsonProcessingException {
        ObjectNode pod = pod("{}");
        PodDraft draft = new PodDraft(pod);
        draft.root().member("metadata").member("labels").member("a/b~c").set(VALUE);
        assertEquals(pod("{'metadata':{'labels':{'a/b~c':'v'}}}"), pod);
        assertEquals(
                List.of("/metadata", "/metadata/labels", "/metadata/labels/a~1b~0c"),
                draft.operations().stream().map(PatchOperation::path).toList());
    }

    @Test
    void takesNullForNothing() throws JsonProcessingException {
        ObjectNode pod = pod("{'volumes':null}");
        PodDraft draft = new PodDraft(pod);
        assertFalse(draft.root().member("volumes").exists());
        draft.root().member("volumes").append(VALUE);
        assertEquals(pod("{'volumes':['v']}"), pod);
    }

    @Test
    void takesEveryKindOfChangeBackToTheOrderOfFields() throws JsonProcessingException {
        String before = "{'a':'x','list':['1','2','3'],'b':{'c':null},'d':'y'}";
        ObjectNode pod = pod(before);
        PodDraft draft = new PodDraft(pod);
        draft.root().member("kept").set(VALUE);
        int checkpoint = draft.checkpoint();
        draft.root().member("a").remove();
        draft.root().member("b").member("c").set(VALUE);
        draft.root().member("list").element(1).remove();
        draft.root().member("list").element(1).set(VALUE);
        draft.root().member("list").append(VALUE);
        draft.root().member("list").insert(1, TextNode.valueOf("i"));
        draft.root().member("d").set(VALUE);
        draft.root().member("new").member("newer").set(VALUE);
        assertEquals(pod("{'list':['1','i','v','v'],'b':{'c':'v'},'d':'v','kept':'v','new':{'newer':'v'}}"), pod);
        draft.rollBack(checkpoint);
        assertEquals(
                pod(before.replace("}}", "}}").replace("'d':'y'}", "'d':'y','kept':'v'}"))
                        .toString(),
                pod.toString());
        assertEquals(checkpoint, draft.operations().size());
    }

    @Test
    void whatAnOperationCarriesDoesNotChangeWithTheDraft() throws JsonProcessingException {
        PodDraft draft = new PodDraft(pod("{}"));
        draft.root().member("a").set(pod("{'b':'c'}"));
        draft.root().member("a").member("b").set(VALUE);
        assertEquals(
                new PatchOperation.Add("/a", pod("{'b':'c'}"), Optional.empty()),
                draft.operations().get(0));
    }

    @Test
    void refusesToPutMembersIntoWhatIsNoObject() throws JsonProcessingException {
        PodDraft draft = new PodDraft(pod("{'metadata':[],'spec':'text'}"));
        Place labels = draft.root().member("metadata").member("labels");
        MalformedPodException exception = assertThrows(MalformedPodException.class, () -> labels.set(VALUE));
        assertEquals("The pod has something other than an object at /metadata", exception.sentence());
        Place spec = draft.root().member("spec");
        assertThrows(MalformedPodException.class, () -> spec.append(VALUE));
    }

    private static ObjectNode pod(String json) throws JsonProcessingException {
        return (ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"'));
    }

    @Test
    void changesACopyOfWhatOthersShare() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.putArray("list").addObject().putObject("inner").put("a", 1);
        ObjectNode shared = (ObjectNode) Frozen.of(tree);
        ObjectNode pod = JsonNodeFactory.instance.objectNode();
        PodDraft draft = new PodDraft(pod);
        draft.root().member("spec").member("shared").set(shared);

        Place inner = draft.root()
                .member("spec")
                .member("shared")
                .member("list")
                .element(0)
                .member("inner");
        inner.member("a").set(IntNode.valueOf(2));
        inner.member("b").set(IntNode.valueOf(3));

        assertEquals("{\"list\":[{\"inner\":{\"a\":1}}]}", shared.toString());
        assertEquals("{\"spec\":{\"shared\":{\"list\":[{\"inner\":{\"a\":2,\"b\":3}}]}}}", pod.toString());
        assertEquals(pod, JsonPatch.apply(draft.operations(), JsonNodeFactory.instance.objectNode()));
        draft.rollBack(0);
        assertEquals("{}", pod.toString());
    }
}
