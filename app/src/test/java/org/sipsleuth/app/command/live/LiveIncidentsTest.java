package org.sipsleuth.app.command.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Unjudged;
import org.sipsleuth.incident.change.IncidentChanges;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.report.exchange.CaptureTimes;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;

class LiveIncidentsTest {

    private static final Path SAMPLES = Path.of("..", "sample-captures");

    private final BlockingQueue<SipIndex> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<Optional<String>> failed = new LinkedBlockingQueue<>();

    private final LiveIncidents.Receiver receiver = new LiveIncidents.Receiver() {
        @Override
        public void receive(SipIndex index, List<IncidentChanges.Change> changes) {
            received.add(index);
        }

        @Override
        public void fail(Optional<String> last, Throwable cause) {
            failed.add(last);
        }
    };

    private record Found(SipIndex index, Runnable joining) implements Detection {
        @Override
        public Origin origin() {
            return new Origin("a", identity());
        }

        @Override
        public List<Finding> findings() {
            return List.of();
        }

        @Override
        public List<Unjudged> notJudged() {
            return List.of();
        }

        @Override
        public Optional<HostRoles> hostRoles() {
            joining.run();
            return Optional.empty();
        }
    }

    private static ModelIdentity identity() {
        return new ModelIdentity("a", "a", "0".repeat(64), "nothing", 0, 0);
    }

    /// Looks at the first sample; what it finds in others cannot be joined.
    private record Looking(String name, SipIndex sound, Runnable fault) implements Detector {
        @Override
        public ModelIdentity model() {
            return identity();
        }

        @Override
        public Detection detect(SipIndex index, RunMonitor monitor) {
            return new Found(index, index.equals(sound) ? () -> {} : fault);
        }
    }

    private static SipIndex sample(String name) throws IOException {
        return CaptureIndexer.read(List.of(SAMPLES.resolve(name)), RunMonitor.NONE);
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, AssertionError.class, StackOverflowError.class})
    void aLookThatFailsIsReportedWithTheOneThatDidNot(Class<?> kind) throws Exception {
        SipIndex call = sample("call.pcap");
        LiveIncidents incidents = new LiveIncidents(List.of(new Looking("a", call, () -> {
            if (kind.equals(IllegalStateException.class)) {
                throw new IllegalStateException("in joining");
            }
            throw kind.equals(AssertionError.class) ? new AssertionError("in joining") : new StackOverflowError();
        })), receiver);
        incidents.take(call);
        assertEquals(call, received.poll(30, TimeUnit.SECONDS));
        incidents.take(sample("hold.pcap"));
        assertInstanceOf(kind, incidents.end());
        String last = CaptureTimes.iso(call, call.messages().capturedAtNanos(call.messages().size() - 1));
        assertEquals(List.of(Optional.of(last)), List.copyOf(failed));
        assertTrue(received.isEmpty());
    }
}
