package org.sipsleuth.sequence.novelty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.TransactionTable;

/// Transactions between hosts written message by message, a second between two of them, for tests.
public final class HopScene {

    public static final String ALICE = "192.0.2.11";
    public static final String BOB = "192.0.2.12";
    public static final String PROXY = "192.0.2.1";

    /// So late that no end of a capture hides anything of what came before.
    private static final int LATER = 1_000;

    private final PcapWriter pcap = new PcapWriter(1);
    private long second = 1_700_000_000L;
    private String callId = "one";
    private String header = "";
    private int branch;
    private int cseq;
    private int calls;
    private int passed;

    /// Messages from now on have this Call-ID.
    public HopScene callId(String id) {
        callId = id;
        return this;
    }

    /// Messages from now on have this header field, with its end of line; none if it is empty.
    public HopScene header(String line) {
        header = line;
        return this;
    }

    /// Time passes.
    public HopScene after(long seconds) {
        second += seconds;
        return this;
    }

    /// A transaction between Alice and Bob: `INVITE 100 200 ACK`; a request that begins with `re-`
    /// or `+` is within a dialog; `*` repeats the message before.
    public HopScene transaction(String types) {
        return transaction(ALICE, BOB, types);
    }

    /// One hop of the current request, which has passed so many hosts before.
    public HopScene hop(String from, String to, String types, int hosts) {
        branch++;
        passed = hosts;
        exchange(from, to, types);
        passed = 0;
        return this;
    }

    /// The next request of the dialog follows.
    public HopScene nextRequest() {
        cseq++;
        return this;
    }

    /// A transaction between two hosts.
    public HopScene transaction(String from, String to, String types) {
        branch++;
        cseq++;
        return exchange(from, to, types);
    }

    /// Further messages of the last transaction.
    public HopScene further(String from, String to, String types) {
        return exchange(from, to, types);
    }

    private HopScene exchange(String from, String to, String types) {
        String method = "INVITE";
        String last = "";
        boolean isWithin = false;
        for (String type : types.split(" ")) {
            String what = type.equals("*") ? last : type;
            last = what;
            if (Character.isDigit(what.charAt(0))) {
                send(to, from, "SIP/2.0 " + what + " Reason", method, true);
                continue;
            }
            isWithin |= what.startsWith("re-") || what.startsWith("+");
            String name = what.replaceFirst("^(re-|\\+)", "");
            method = name.equals("ACK") || name.equals("CANCEL") ? method : name;
            String start = name + " sip:bob@example.org SIP/2.0";
            send(from, to, start, name, name.equals("ACK") || isWithin);
        }
        return this;
    }

    private void send(String from, String to, String start, String method, boolean hasToTag) {
        String text = """
                %s
                %sVia: SIP/2.0/UDP host:5060;branch=z9hG4bK%d
                Max-Forwards: 70
                From: <sip:alice@example.org>;tag=a
                To: <sip:bob@example.org>%s
                Call-ID: %s
                CSeq: %d %s
                %sContent-Length: 0

                """.formatted(start, "Via: SIP/2.0/UDP proxy:5060;branch=z9hG4bKp%d\n".formatted(branch).repeat(passed),
                branch, hasToTag ? ";tag=b" : "", callId, cseq, method, header).replace("\n", "\r\n");
        pcap.frame(second++, 0, Packets.sip(from, to, text));
    }

    /// Bob answers the ACK of Alice.
    public HopScene ackAnswered(int status) {
        send(BOB, ALICE, "SIP/2.0 " + status + " Reason", "ACK", true);
        return this;
    }

    /// A call between Alice and Bob, answered and ended, with a Call-ID of its own.
    public HopScene call() {
        callId("call-" + calls++);
        transaction("INVITE 100 180 200 ACK");
        return transaction("+BYE 200");
    }

    /// Some calls.
    public HopScene calls(int many) {
        for (int i = 0; i < many; i++) {
            call();
        }
        return this;
    }

    /// The capture.
    public SipIndex index() {
        try {
            Path file = Files.createTempFile("hops", ".pcap");
            try {
                return CaptureIndexer.read(List.of(pcap.write(file)), RunMonitor.NONE);
            } finally {
                Files.delete(file);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// Writes the capture into a file.
    public void write(Path file) throws IOException {
        pcap.write(file);
    }

    /// Its units.
    public HopUnits units() {
        return HopUnits.of(TransactionTable.of(index(), RunMonitor.NONE), RunMonitor.NONE);
    }

    /// Its units, when all that is awaited has had its time: a keep-alive is the last of them.
    public HopUnits laterUnits() {
        return after(LATER).callId("last").transaction("OPTIONS 200").units();
    }
}
