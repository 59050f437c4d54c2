package org.sipsleuth.alignment.words;

/// Whether a call is established, as far as message types show: an INVITE was answered with 2xx,
/// and no BYE followed. A 2xx answers the other requests that are open first, such as PRACK or
/// CANCEL.
final class CallSetup {

    private boolean isInvited;
    private boolean isDone;
    private int othersOpen;

    /// Whether an INVITE now would be a re-INVITE.
    boolean isDone() {
        return isDone;
    }

    void take(String type) {
        switch (MessageKind.of(type)) {
            case REQUEST -> request(type);
            case FINAL -> answer(type);
            case PROVISIONAL -> {
            }
        }
    }

    private void request(String type) {
        switch (type) {
            case "ACK" -> {
            }
            case "INVITE" -> isInvited = true;
            case "BYE" -> {
                isDone = false;
                isInvited = false;
                othersOpen = 0;
            }
            default -> othersOpen++;
        }
    }

    private void answer(String type) {
        if (othersOpen > 0 && !"487".equals(type)) {
            othersOpen--;
        } else if (type.startsWith("2") && isInvited) {
            isDone = true;
        }
    }
}
