package org.sipsleuth.filter.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.Talk;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.run.RunMonitor;

final class PresetTest {

    private static SipIndex ringsAfter(long seconds) throws IOException {
        return new Talk().request(Talk.CALLER, Talk.CALLEE, "INVITE", 1, "one")
                .after(seconds)
                .response(Talk.CALLEE, Talk.CALLER, 180, "INVITE", 1, "one")
                .read();
    }

    private static int slow(SipIndex index) throws FilterSyntaxException {
        return Filter.of(Preset.SLOW_SET_UP.filter(), KnownFields.catalog()).run(index, RunMonitor.NONE).dialogCount();
    }

    @Test
    void callThatRingsAfterSixSecondsIsSlow() throws Exception {
        assertEquals(1, slow(ringsAfter(6)));
        assertEquals(0, slow(ringsAfter(2)));
    }

    @Test
    void keysAreWords() {
        assertEquals("slow-set-up", Preset.SLOW_SET_UP.key());
    }
}
