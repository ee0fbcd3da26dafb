package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.InjectedContainers.Position;
import io.sparkusher.policies.patch.Place;
import java.util.List;

/**
 * Where injected containers stand: in which list of the pod's specification, and whether in front of or behind all that
 * is there.
 *
 * @param list {@code initContainers} or {@code containers}
 * @param otherList the other one, as the two share their names
 */
record ContainerPlacement(String list, String otherList, Position position) {
    static ContainerPlacement amongInitContainers(Position position) {
        return new ContainerPlacement("initContainers", "containers", position);
    }

    /** The ordinary containers start all at once, so that their order says nothing. */
    static ContainerPlacement amongContainers() {
        return new ContainerPlacement("containers", "initContainers", Position.After);
    }

    /** Puts the containers there, in their order, and the volumes that are ours. */
    void put(String kind, List<ObjectNode> containers, PolicyApplication application) {
        Place place = application.pod().spec().member(list);
        int next = position == Position.Before ? 0 : place.value().size();
        for (ObjectNode container : containers) {
            refuseTakenName(kind, container, application.pod().spec());
            int before = place.value().size();
            if (put(container, place, next, application) && EmptyTokenVolume.isMountedIn(container)) {
                new VolumesInjection(List.of(EmptyTokenVolume.volume())).applyTo(application);
            }
            next += place.value().size() - before;
        }
    }

    private boolean put(ObjectNode container, Place place, int index, PolicyApplication application) {
        String field = "spec." + list + "[" + container.path("name").asText() + "]";
        int present = ListKey.NAME.indexOf(container, place.value());
        return present >= 0
                ? application.value(field, place.element(present), container)
                : application.settle(
                        field, MissingNode.getInstance(), container, true, () -> place.insert(index, container));
    }

    private void refuseTakenName(String kind, ObjectNode container, Place spec) {
        if (ListKey.NAME.indexOf(container, spec.member(otherList).value()) >= 0) {
            String name = container.path("name").asText();
            throw new CannotApplyException(
                    "the " + kind + " " + name + " has the name of a container of the pod's at spec." + otherList + "["
                            + name + "]: rename one of them");
        }
    }
}
