package io.sparkusher.policies.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodFaultsTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "metadata: {labels: {-x: a}}; metadata.labels[-x]",
                "metadata: {labels: {x: -a}}; metadata.labels[x]",
                "metadata: {annotations: {-x: a}}; metadata.annotations[-x]",
                "spec: {volumes: [{name: V, emptyDir: {}}]}; spec.volumes[V].name",
                "spec: {volumes: [{name: v}, {name: v}]}; spec.volumes[v]",
                "spec: {nodeSelector: {-x: a}}; spec.nodeSelector[-x]",
                "spec: {nodeSelector: {x: -a}}; spec.nodeSelector[x]",
                "spec: {serviceAccountName: A}; spec.serviceAccountName",
                "spec: {dnsPolicy: None}; spec.dnsPolicy",
                "spec: {containers: [{name: C}]}; spec.containers[C].name",
                "spec: {containers: [{name: c}], initContainers: [{name: c}]}; spec.containers[c]",
                "spec: {initContainers: [{name: C}]}; spec.initContainers[C].name",
                "spec: {volumes: [{name: v}], containers: [{name: c, volumeMounts: [{name: v, mountPath: /a},"
                        + " {name: v, mountPath: /a}]}]}; spec.containers[c].volumeMounts[/a]",
                "spec: {containers: [{name: c, volumeMounts: [{name: v, mountPath: /a}]}]};"
                        + " spec.containers[c].volumeMounts[/a]",
                "spec: {containers: [{name: c, ports: [{name: a, containerPort: 1}, {name: a, containerPort: 2}]}]};"
                        + " spec.containers[c].ports[a]",
                "spec: {containers: [{name: c, resources: {requests: {cpu: 2}, limits: {cpu: 1}}}]};"
                        + " spec.containers[c].resources.requests[cpu]",
                "spec: {securityContext: {runAsNonRoot: true}, containers: [{name: c, securityContext: {runAsUser: 0}}]};"
                        + " spec.containers[c].securityContext.runAsUser",
                "spec: {hostNetwork: true, containers: [{name: c, ports: [{containerPort: 1, hostPort: 2}]}]};"
                        + " spec.containers[c].ports[1].hostPort",
                "spec: {initContainers: [{name: i, ports: [{containerPort: 1, hostPort: 2}, {containerPort: 2,"
                        + " hostPort: 2}]}]}; spec.initContainers[i].ports[2/TCP]",
                "spec: {containers: [{name: c, lifecycle: {preStop: {sleep: {seconds: 31}}}}]};"
                        + " spec.containers[c].lifecycle.preStop.sleep.seconds",
                "spec: {terminationGracePeriodSeconds: 5, initContainers: [{name: i, lifecycle: {postStart: {sleep:"
                        + " {seconds: 6}}}}]}; spec.initContainers[i].lifecycle.postStart.sleep.seconds",
            })
    void areToldAtTheFieldAtFault(String pod, String field) throws JsonProcessingException {
        assertEquals(List.of(field), fields(pod).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "metadata: {labels: {x: a}, annotations: {x: -a}}",
                "spec: {serviceAccountName: a, dnsPolicy: None, dnsConfig: {nameservers: [10.0.0.1]}}",
                "spec: {volumes: [{name: v}], containers: [{name: c, volumeMounts: [{name: v, mountPath: /a}]}]}",
                "spec: {containers: [{name: c, lifecycle: {preStop: {sleep: {seconds: 30}}}}]}",
            })
    void areNotSeenWhereNoneAre(String pod) throws JsonProcessingException {
        assertEquals(List.of(), PodFaults.of(YAML.readTree(pod)));
    }

    private static Stream<String> fields(String pod) throws JsonProcessingException {
        return PodFaults.of(YAML.readTree(pod)).stream().map(fault -> fault.substring(0, fault.indexOf(' ')));
    }
}
