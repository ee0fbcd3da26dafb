package io.sparkusher.webhook.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class WatchTroubleTest {
    private final WatchTrouble trouble = new WatchTrouble("https://api.example.com:6443/");

    @Test
    void saysWhatToDoByWhatTheApiServerAnswers() {
        assertEquals(
                "things.example.com: the cluster has no such resource: apply the CustomResourceDefinitions of"
                        + " manifests/crds",
                said(answer(404)));
        assertEquals(
                "things.example.com: may not be listed and watched: bind the account of this program to the"
                        + " ClusterRole of manifests/base",
                said(answer(403)));
        assertTrue(said(answer(401)).contains("does not accept the credentials"));
        assertTrue(said(answer(500)).endsWith("answers 500: see its log"));
    }

    @Test
    void saysThatTheApiServerCannotBeReached() {
        String said = said(new KubernetesClientException("a", new IOException("b", new ConnectException("refused"))));

        assertTrue(said.contains("https://api.example.com:6443/ cannot be reached"), said);
        assertTrue(said.contains("refused"), said);
    }

    @Test
    void findsTheAnswerInsideOfWhatFailed() {
        assertTrue(said(new CompletionException(new KubernetesClientException("a", answer(403))))
                .contains("may not be listed"));
    }

    @Test
    void isOverWhenTheApiServerAnswersAgain() {
        trouble.met("things.example.com", answer(403));
        trouble.over("things.example.com");

        assertEquals(List.of(), trouble.asProblems());
    }

    private String said(Throwable failure) {
        trouble.met("things.example.com", failure);
        return trouble.asProblems().get(0).toString();
    }

    private static KubernetesClientException answer(int code) {
        return new KubernetesClientException("no", code, null);
    }
}
