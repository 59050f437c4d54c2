package org.sipsleuth.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.dialog.Talk.CALLER;
import static org.sipsleuth.dialog.Talk.PROXY;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.Talk;
import org.sipsleuth.pipeline.problem.ProblemDetection;
import org.sipsleuth.pipeline.problem.ProblemMethod;
import org.sipsleuth.problem.ProblemList;
import org.sipsleuth.report.ladder.LadderFormat;
import org.sipsleuth.report.ladder.Paper;
import org.sipsleuth.run.RunMonitor;

class KeyLaddersTest {

    /// The ladder of a call, as text.
    private static String ladder(int status) throws IOException {
        SipIndex index = new Talk().request(CALLER, PROXY, "INVITE", 1, "i")
                .response(PROXY, CALLER, status, "INVITE", 1, "i")
                .request(CALLER, PROXY, "ACK", 1, "i")
                .read();
        ProblemMethod method = new ProblemMethod();
        ProblemList problems =
                ProblemDetection.in(List.of(method.detector(method.shipped()).detect(index, RunMonitor.NONE)))
                        .orElseThrow();
        Block.Figure figure = (Block.Figure) new KeyLadders(index, problems).of(0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        figure.ladder().write(LadderFormat.TEXT, Paper.USUAL, out, RunMonitor.NONE);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theMessageThatShowsAProblemIsMarkedAndExplained() throws IOException {
        String failed = ladder(503);
        assertTrue(failed.contains("(INVITE) [problem]"), failed);
        assertTrue(failed.contains("! Problem: INVITE failed:"), failed);
    }

    @Test
    void aBusyPhoneShowsNone() throws IOException {
        String busy = ladder(486);
        assertEquals(-1, busy.indexOf("roblem"), busy);
    }
}
