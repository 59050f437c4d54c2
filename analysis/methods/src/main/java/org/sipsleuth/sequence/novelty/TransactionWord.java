package org.sipsleuth.sequence.novelty;

import java.util.ArrayList;
import java.util.List;

/// A transaction on one hop as the types of its messages in captured order: `INVITE 100 180 200
/// ACK`. Each type is there once, at its first message: retransmissions and repeated provisional
/// responses add nothing.
///
/// @param request what asks: `INVITE`; `re-INVITE` within a dialog, `OPTIONS(in-dialog)` and
///     `BYE(no-dialog)` where that is not what the method usually does; `(INVITE)`, `(ACK)` or
///     `(request)` where no request was captured though its direction was
/// @param types what followed: status codes, `CANCEL`, `ACK`
/// @param isCut whether the end of the capture, or a place that sees one direction only, may hide
///     further messages
public record TransactionWord(String request, List<String> types, boolean isCut) {

    /// Stands for the end of a transaction among symbols.
    public static final String END = "end";

    private static final int FIRST_FINAL = 200;

    /// Takes a copy.
    public TransactionWord {
        types = List.copyOf(types);
    }

    /// A word as [#text] writes it.
    static TransactionWord of(String text, boolean isCut) {
        List<String> all = List.of(text.split(" "));
        return new TransactionWord(all.getFirst(), all.subList(1, all.size()), isCut);
    }

    /// Whether no request was captured.
    public boolean isStray() {
        return request.startsWith("(");
    }

    /// Whether an INVITE asks, within a dialog or outside of one.
    boolean isOfInvite() {
        return request.endsWith("INVITE");
    }

    /// The final response: `200`; empty without one.
    public String status() {
        return types.stream().filter(TransactionWord::isFinal).findFirst().orElse("");
    }

    private static boolean isFinal(String type) {
        return Character.isDigit(type.charAt(0)) && Integer.parseInt(type) >= FIRST_FINAL;
    }

    /// The messages, each with the request it belongs to, so that a 200 to INVITE is another symbol
    /// than a 200 to BYE: `INVITE`, `100 to INVITE`; at last `end`, unless it is cut.
    List<String> symbols() {
        List<String> symbols = new ArrayList<>();
        symbols.add(request);
        for (String type : types) {
            symbols.add(type + " to " + request);
        }
        if (!isCut) {
            symbols.add(END);
        }
        return symbols;
    }

    /// The transaction as a step in the order of transactions: `INVITE/200`, `INVITE/-` without a
    /// final response.
    String step() {
        String status = status();
        return request + "/" + (status.isEmpty() ? "-" : status);
    }

    /// The types, separated by spaces.
    public String text() {
        return types.isEmpty() ? request : request + " " + String.join(" ", types);
    }
}
