package org.sipsleuth.app.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.app.memory.FittingPart;
import org.sipsleuth.app.workbench.loading.OpenRequest;
import org.sipsleuth.dialog.coverage.Span;
import org.sipsleuth.run.Counted;

class PartCommandTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Counted MILLION = new Counted(1_000_000, 100_000);

    private static FittingPart part(long givenMebibytes, Optional<Span> time) {
        return new FittingPart(List.of(), Optional.empty(), time, MILLION, MILLION, 600, givenMebibytes);
    }

    private static Optional<Span> time(double from, double to) {
        return Optional.of(new Span((long) (from * SECOND), (long) (to * SECOND)));
    }

    private static OpenRequest request(String... files) {
        return new OpenRequest(List.of(files).stream().map(Path::of).toList(), List.of());
    }

    @Test
    void anExportOfTheTimeThatFits() {
        OpenRequest request = new OpenRequest(List.of(Path.of("/ring/a.pcap"), Path.of("/ring/b's.pcap")),
                List.of(Path.of("/keys.log")));
        assertEquals(
                Optional.of("sipsleuth export --keylog=/keys.log --from=1970-01-01T00:00:05Z --to=1970-01-01T00:01:07Z"
                        + " -o part.pcapng /ring/a.pcap '/ring/b'\\''s.pcap'"),
                PartCommand.of(request, part(300, time(5.5, 67.9))));
    }

    @Test
    void aFolderOfManyCapturesIsNamedItself() {
        String[] many =
                IntStream.range(0, 1_000).mapToObj(number -> "/ring/" + number + ".pcap").toArray(String[]::new);
        assertEquals(Optional.of("sipsleuth export --from=1970-01-01T00:00:05Z --to=1970-01-01T00:01:07Z -o part.pcapng"
                + " --recursive /ring"), PartCommand.of(request(many), part(300, time(5, 67))));
    }

    @Test
    void whereExportDoesNotFitEitherWiresharkCutsOneCapture() {
        assertEquals(Optional.of("editcap -A 1970-01-01T00:00:05Z -B 1970-01-01T00:00:05.500Z /a.pcap part.pcapng"),
                PartCommand.of(request("/a.pcap"), part(100, time(5.2, 5.5))));
        assertEquals(Optional.empty(), PartCommand.of(request("/a.pcap", "/b.pcap"), part(100, time(5, 67))));
    }

    @Test
    void noCommandWhereNothingWasReadOrATerminalWouldTakeTheNameForMore() {
        assertEquals(Optional.empty(), PartCommand.of(request("/a.pcap"), part(300, Optional.empty())));
        assertEquals(Optional.empty(), PartCommand.of(request("/a\nb.pcap"), part(300, time(5, 67))));
    }
}
