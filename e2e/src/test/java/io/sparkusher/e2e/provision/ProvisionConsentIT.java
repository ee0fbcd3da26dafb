package io.sparkusher.e2e.provision;

import static io.sparkusher.e2e.provision.OptedInNamespace.BOTH_ROLES;

import org.junit.jupiter.api.Test;

/** Nothing is made where a namespace has not opted in, or its admin has granted nothing. */
class ProvisionConsentIT extends ProvisionTests {
    @Test
    void saysWhereTheGrantIsMissingAndGoesOnOnceItIsThere() {
        team.policy(BOTH_ROLES);
        team.awaitEvent("GrantMissing");
        team.assertNotThere("d");

        team.grant();
        team.awaitThere("d");
        team.awaitBound();
    }

    @Test
    void makesNothingWhereANamespaceHasNotOptedIn() {
        team.grant();
        team.label("later");
        team.policy(BOTH_ROLES);
        try (OptedInNamespace other = OptedInNamespace.make(provisioning.admin(), team.name() + "-other")) {
            other.grant();
            other.policy(BOTH_ROLES);
            other.awaitThere("d");
        }
        team.assertNotThere("d");

        team.label("enabled");
        team.awaitThere("d");
    }
}
