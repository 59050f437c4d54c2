package org.sipsleuth.view.dialogs.table.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.feather.Feather;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.view.ui.MessageClass;

class OutcomeSignTest {

    @ParameterizedTest
    @EnumSource
    void aDialogOfAnIncidentNeverHasAGreenTick(Outcome outcome) {
        OutcomeSign sign = new OutcomeSign(outcome, true);
        assertNotEquals(Feather.CHECK_CIRCLE, sign.shape());
        assertNotEquals(MessageClass.SUCCESS, sign.colour());
    }

    @ParameterizedTest
    @EnumSource
    void whatWentWrongKeepsItsSign(Outcome outcome) {
        if (!outcome.isGood()) {
            assertEquals(new OutcomeSign(outcome, false), new OutcomeSign(outcome, true));
        }
    }

    @Test
    void aCompletedCallOfNoIncidentHasATick() {
        OutcomeSign sign = new OutcomeSign(Outcome.COMPLETED, false);
        assertEquals(Feather.CHECK_CIRCLE, sign.shape());
        assertEquals(MessageClass.SUCCESS, sign.colour());
    }
}
