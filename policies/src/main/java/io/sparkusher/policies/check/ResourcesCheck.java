package io.sparkusher.policies.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.policies.kubernetes.Names;
import io.sparkusher.policies.kubernetes.ResourceFaults;
import io.sparkusher.policies.source.FieldPath;
import java.util.List;

/** Checks requests and limits of a container. */
record ResourcesCheck(Checks checks) {
    void check(String path, JsonNode resources) {
        for (String kind : List.of("limits", "requests")) {
            resources
                    .path(kind)
                    .fieldNames()
                    .forEachRemaining(
                            name -> checks.name(FieldPath.member(path + "." + kind, name), name, Names.Qualified));
        }
        ResourceFaults.ofRequests(resources)
                .forEach((name, fault) -> checks.error(FieldPath.member(path + ".requests", name), fault));
    }
}
