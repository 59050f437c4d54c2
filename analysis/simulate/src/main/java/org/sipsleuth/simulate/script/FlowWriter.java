package org.sipsleuth.simulate.script;

import java.util.ArrayList;
import java.util.List;

/// Makes a [Script] of the tokens of a flow: decides which request each response, ACK and CANCEL
/// belongs to.
final class FlowWriter {

    private static final int FINAL = 200;

    /// A request that waits for its final response; that of a CANCEL has its INVITE's transaction.
    private record Open(int transaction, boolean isCancel) {}

    private final Script script = new Script();
    private final List<Open> open = new ArrayList<>();
    private int invite = -1;

    Script write(List<String> tokens) {
        tokens.forEach(this::write);
        return script;
    }

    private void write(String token) {
        boolean isByCallee = token.startsWith("<");
        boolean isOfEarlier = token.startsWith("^");
        String type = isByCallee || isOfEarlier ? token.substring(1) : token;
        if (Character.isDigit(type.charAt(0))) {
            answer(Integer.parseInt(type), isOfEarlier ? 2 : 1);
        } else {
            request(type, !isByCallee);
        }
    }

    private void request(String method, boolean byCaller) {
        switch (method) {
            case "ACK" -> script.ack(invite);
            case "CANCEL" -> {
                script.cancel(invite);
                open.add(new Open(invite, true));
            }
            default -> {
                int transaction = script.request(byCaller, method);
                open.add(new Open(transaction, false));
                if (method.equals("INVITE")) {
                    invite = transaction;
                }
            }
        }
    }

    private void answer(int status, int fromEnd) {
        if (open.size() < fromEnd) {
            throw new IllegalArgumentException("No request for " + status);
        }
        Open asked = open.get(open.size() - fromEnd);
        if (asked.isCancel()) {
            script.cancelled(asked.transaction());
        } else {
            script.response(asked.transaction(), status);
        }
        if (status >= FINAL) {
            open.remove(asked);
        }
    }
}
