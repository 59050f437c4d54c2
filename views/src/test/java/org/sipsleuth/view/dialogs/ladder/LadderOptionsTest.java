package org.sipsleuth.view.dialogs.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.ladder.LadderSettings;
import org.sipsleuth.dialog.ladder.LaneKey;
import org.sipsleuth.dialog.ladder.layer.ColourBy;
import org.sipsleuth.dialog.ladder.layer.DeltaTo;
import org.sipsleuth.dialog.ladder.layer.LadderStyle;
import org.sipsleuth.dialog.ladder.layer.Overlay;

class LadderOptionsTest {

    @Test
    void whatIsWrittenIsRead() {
        LadderOptions options = new LadderOptions(LadderSettings.PLAIN.withLanes(LaneKey.DOMAIN).withOnlySdp(true),
                LadderStyle.FIRST.withColour(ColourBy.CSEQ)
                        .withDelta(DeltaTo.START)
                        .with(Overlay.STATES, true)
                        .with(Overlay.HINTS, false)
                        .withLeastLane(120));
        assertEquals(options, LadderOptions.of(options.text()));
        assertEquals(LadderOptions.FIRST, LadderOptions.of(LadderOptions.FIRST.text()));
    }

    @Test
    void whatCannotBeReadIsAsAtTheFirstStart() {
        assertEquals(LadderOptions.FIRST, LadderOptions.of(""));
        assertEquals(LaneKey.NAME, LadderOptions.of("lanes=NAME;width=NaN;colour=PINK").settings().lanes());
    }

    @Property
    void anyTextIsRead(@ForAll String text) {
        assertNotNull(LadderOptions.of(text));
    }

    @Property
    void anyWidthIsWithinBounds(@ForAll double width) {
        double least = LadderOptions.of("width=" + width).style().leastLane();
        assertTrue(least >= LadderStyle.NARROWEST && least <= LadderStyle.WIDEST);
    }
}
