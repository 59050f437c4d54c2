package org.sipsleuth.transaction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// Messages between hosts, written one after the other with a second between them unless changed,
/// for tests.
public final class Scene {

    public static final String ALICE = "192.0.2.11";
    public static final String BOB = "192.0.2.12";
    public static final String PROXY = "192.0.2.1";
    public static final String STRANGER = "203.0.113.66";

    private static final long SECOND = 1_000_000;

    private final UnaryOperator<String> rename;
    private final PcapWriter pcap = new PcapWriter(1);
    private long micros = 1_700_000_000_000_000L;
    private long pause = SECOND;
    private String callId = "one";
    private String user = "200";
    private String branch = "b";
    private String more = "";
    private String caller = "sip:100@example.org";
    private String fromTag = ";tag=f";
    private boolean isWithinDialog;

    /// An empty one.
    public Scene() {
        this(UnaryOperator.identity());
    }

    /// An empty one whose addresses are renamed.
    public Scene(UnaryOperator<String> rename) {
        this.rename = rename;
    }

    /// Messages from now on have this Call-ID.
    public Scene callId(String id) {
        callId = id;
        isWithinDialog = false;
        return this;
    }

    /// Requests from now on are for this user.
    public Scene user(String name) {
        user = name;
        return this;
    }

    /// The URI of From.
    public Scene caller(String uri) {
        caller = uri;
        return this;
    }

    /// Messages from now on have this branch.
    public Scene branch(String text) {
        branch = text;
        return this;
    }

    /// Messages from now on have these lines too, each with its line end.
    public Scene more(String lines) {
        more = lines;
        return this;
    }

    /// Requests from now on have no tag in From.
    public Scene withoutFromTag() {
        fromTag = "";
        return this;
    }

    /// Requests from now on have a tag in To.
    public Scene withinDialog() {
        isWithinDialog = true;
        return this;
    }

    /// Time passes.
    public Scene after(long seconds) {
        micros += seconds * SECOND;
        return this;
    }

    /// From now on this time is between one message and the next.
    public Scene every(long millis) {
        pause = millis * 1_000;
        return this;
    }

    /// A request; `REGISTER` without Contact unless it is among the other lines.
    public Scene request(String from, String to, String method, int cseq) {
        boolean register = method.equals("REGISTER");
        String uri = register ? "sip:example.org" : "sip:" + user + "@example.org";
        return send(from, to, method + " " + uri + " SIP/2.0", method, cseq, isWithinDialog);
    }

    /// A response.
    public Scene response(String from, String to, int status, String method, int cseq) {
        return send(from, to, "SIP/2.0 " + status + " Reason", method, cseq, status > 100);
    }

    /// `Authorization` for a user.
    public static String credentials(String name) {
        return "Authorization: Digest realm=\"r\", username=\"%s\", response=\"0\"\r\n".formatted(name);
    }

    private Scene send(String from, String to, String start, String method, int cseq, boolean hasToTag) {
        String text = """
                %s
                Via: SIP/2.0/UDP host:5060;branch=z9hG4bK%s
                Max-Forwards: 70
                From: <%s>%s
                To: <sip:%s@example.org>%s
                Call-ID: %s
                CSeq: %d %s
                """.formatted(start, branch, caller, fromTag, user, hasToTag ? ";tag=t" : "", callId, cseq, method)
                .replace("\n", "\r\n");
        return raw(from, to, text + more + "Content-Length: 0\r\n\r\n");
    }

    /// A frame of Ethernet as it is.
    public Scene frame(byte[] frame) {
        pcap.frame(micros / SECOND, (int) (micros % SECOND), frame);
        micros += pause;
        return this;
    }

    /// A message as it is written.
    public Scene raw(String from, String to, String text) {
        return frame(Packets.sip(rename.apply(from), rename.apply(to), text));
    }

    /// The capture as a file.
    public Path write(Path file) {
        return pcap.write(file);
    }

    /// The capture read.
    public SipIndex index() {
        return together(List.of(this));
    }

    /// The captures of several scenes read as files of one.
    public static SipIndex together(List<Scene> scenes) {
        List<Path> files = new ArrayList<>();
        try {
            try {
                for (Scene each : scenes) {
                    Path file = Files.createTempFile("scene", ".pcap");
                    files.add(file);
                    Files.write(file, each.pcap.bytes());
                }
                return CaptureIndexer.read(files, RunMonitor.NONE);
            } finally {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its transactions.
    public TransactionTable table() {
        return TransactionTable.of(index(), RunMonitor.NONE);
    }
}
