package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sparkusher.policies.patch.Place;
import java.util.List;

/**
 * Gives the pod its node's network, or takes it away. With it goes a DNS policy by which the cluster's services are
 * still found, unless the pod or a policy says one. Does nothing where the pod says whether; a pod refuses it where
 * ports of its own on the node are others than in the container.
 */
public record HostNetworkInjection(boolean hostNetwork) implements Injection {
    private static final String MEMBER = "hostNetwork";
    private static final String DNS_POLICY = "dnsPolicy";
    private static final TextNode DNS_WITH_HOST_NETWORK = TextNode.valueOf("ClusterFirstWithHostNet");

    @Override
    public void applyTo(PolicyApplication application) {
        Place spec = application.pod().spec();
        Place place = spec.member(MEMBER);
        boolean holds = place.value().asBoolean() == hostNetwork;
        String field = "spec." + MEMBER;
        boolean settled = application.settle(field, field, hostNetwork, holds, !place.exists(), () -> change(spec));
        JsonNode dnsPolicy = spec.member(DNS_POLICY).value();
        boolean dnsUnset = dnsPolicy.isMissingNode() || ApiServerDefaults.counts(DNS_POLICY, dnsPolicy);
        if (settled && hostNetwork && (dnsUnset || dnsPolicy.equals(DNS_WITH_HOST_NETWORK))) {
            new PodSpecValueInjection(DNS_POLICY, DNS_WITH_HOST_NETWORK, List.of()).applyTo(application);
        }
    }

    private void change(Place spec) {
        if (hostNetwork) {
            spec.member(MEMBER).set(BooleanNode.TRUE);
            return;
        }
        spec.member(MEMBER).remove();
        for (String list : List.of("initContainers", "containers")) {
            Place containers = spec.member(list);
            for (int index = 0; index < containers.value().size(); index++) {
                removeHostPorts(containers.element(index).member("ports"));
            }
        }
    }

    /** Those that the API server has filled in because of the node's network. */
    private static void removeHostPorts(Place ports) {
        for (int index = 0; index < ports.value().size(); index++) {
            Place hostPort = ports.element(index).member("hostPort");
            if (hostPort.exists()
                    && hostPort.value().equals(ports.value().get(index).path("containerPort"))) {
                hostPort.remove();
            }
        }
    }
}
