package org.sipsleuth.encapsulation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.DialogOutcome;

/// What an index tells of the call, apart from what carried it: bytes, order, dialogs, states.
final class Reported {

    private final SipIndex index;
    private final Hosts hosts;
    private final int dialog;

    private Reported(SipIndex index, Hosts hosts, int dialog) {
        this.index = index;
        this.hosts = hosts;
        this.dialog = dialog;
    }

    /// A line for each message of a dialog, and one for the dialog.
    static List<String> of(SipIndex index, Hosts hosts, int dialog) {
        Reported reported = new Reported(index, hosts, dialog);
        List<String> lines = new ArrayList<>();
        for (int message : index.messagesOf(dialog)) {
            lines.add(reported.message(message));
        }
        lines.add(reported.dialog());
        return lines;
    }

    private String message(int message) {
        MessageTable messages = index.messages();
        return String.join(" | ",
                "%s to %s".formatted(end(messages.source(message)), end(messages.destination(message))),
                messages.typeName(messages.type(message)), "CSeq " + messages.cseq(message),
                "transaction " + (messages.transaction(message) - firstTransaction()),
                messages.isRetransmission(message) ? "again" : "new",
                messages.isDefective(message) ? "defective" : "sound",
                messages.hasOverlap(message) ? "contradicted" : "certain",
                new String(index.bytes(message), StandardCharsets.ISO_8859_1));
    }

    private int firstTransaction() {
        return index.messages().transaction(index.dialogs().firstMessage(dialog));
    }

    /// An endpoint by its part in the call.
    private String end(int endpoint) {
        String address = index.messages().endpoint(endpoint).toString();
        if (address.equals(address(hosts.caller(), hosts.callerPort()))) {
            return "caller";
        }
        boolean callee = address.equals(address(hosts.callee(), hosts.calleePort()));
        return callee ? "callee" : address;
    }

    private static String address(String host, int port) {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    private String dialog() {
        DialogTable dialogs = index.dialogs();
        return String.join(" | ", dialogs.callId(dialog), dialogs.sequenceText(dialog),
                DialogOutcome.of(index, dialog).state().toString(), "" + DialogOutcome.of(index, dialog).status(),
                dialogs.caller(dialog), dialogs.callee(dialog), dialogs.userAgent(dialog), dialogs.codecs(dialog),
                dialogs.messageCount(dialog) + " messages", dialogs.retransmissionCount(dialog) + " again",
                dialogs.defectiveCount(dialog) + " defective");
    }
}
