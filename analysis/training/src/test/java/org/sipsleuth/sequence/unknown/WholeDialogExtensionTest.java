package org.sipsleuth.sequence.unknown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SmallCorpus;
import org.sipsleuth.sequence.SmallModel;
import org.sipsleuth.sequence.novelty.HopScene;
import org.sipsleuth.sequence.training.Epoch;

/// A model of whole dialogs only is trained again on what it knows and what is added.
class WholeDialogExtensionTest {

    private static final String SAFE = "OPTIONS 200";
    private static final String OTHER = "SUBSCRIBE 699";

    @Test
    void networkLearnsTheSequencesThatAreAdded() {
        SequenceModel model = SmallModel.small();
        assertTrue(model.novelty().isEmpty());
        HopScene scene = new HopScene().calls(2).callId("safe").transaction(SAFE);
        SipIndex index = scene.callId("other").transaction(OTHER).index();
        BitSet added = new BitSet();
        added.set(2);
        List<Epoch> epochs = new ArrayList<>();
        SequenceModel after =
                BaselineExtension.of(model, index, added, SmallCorpus.facts(), RunMonitor.NONE, epochs::add);
        assertFalse(epochs.isEmpty());
        assertFalse(model.score(SmallCorpus.types(SAFE)).isObserved());
        assertTrue(after.score(SmallCorpus.types(SAFE)).isObserved());
        assertFalse(after.score(SmallCorpus.types(OTHER)).isObserved());
        assertEquals(model.known().size() + 1, after.known().size());
        assertEquals(model.known().dialogs() + 1, after.known().dialogs());
        assertTrue(after.score(SmallCorpus.types(SmallCorpus.CALL)).isObserved());
    }
}
