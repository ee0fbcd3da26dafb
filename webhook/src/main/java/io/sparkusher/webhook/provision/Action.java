package io.sparkusher.webhook.provision;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.SortedSet;

/** One step towards what the policies ask for, on an account or on its binding, with the reason as a sentence. */
sealed interface Action {
    AccountKey account();

    String reason();

    /** Has the step done. */
    void perform(AccountWriter writer);

    /** Makes an object. */
    record Create(AccountKey account, HasMetadata object, String reason) implements Action {
        @Override
        public void perform(AccountWriter writer) {
            writer.create(this);
        }
    }

    /**
     * Gives an object of ours back what others changed. All that they added stays.
     *
     * @param mergePatch JSON, good for the very version of the object that was looked at
     */
    record Repair(AccountKey account, HasMetadata object, String mergePatch, String reason) implements Action {
        @Override
        public void perform(AccountWriter writer) {
            writer.repair(this);
        }
    }

    /** Deletes an object of ours and makes another of the same name, where what is wrong cannot be changed. */
    record Replace(AccountKey account, HasMetadata object, HasMetadata wanted, String reason) implements Action {
        @Override
        public void perform(AccountWriter writer) {
            writer.replace(this);
        }
    }

    /** Deletes an object of ours. */
    record Delete(AccountKey account, HasMetadata object, String reason) implements Action {
        @Override
        public void perform(AccountWriter writer) {
            writer.delete(this);
        }
    }

    /** Leaves alone what others made, although a policy asks for it. */
    record Leave(AccountKey account, TroubleCode code, SortedSet<String> policies, String reason) implements Action {
        @Override
        public void perform(AccountWriter writer) {
            writer.report(new Trouble(code, policies, reason));
        }
    }

    /** Keeps an object of ours that no policy asks for, for now. */
    record Keep(AccountKey account, HasMetadata object, Hold hold, String reason) implements Action {
        @Override
        public void perform(AccountWriter writer) {
            writer.keep(this);
        }
    }
}
