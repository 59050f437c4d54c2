package org.sipsleuth.simulate.script;

/// One message of a script.
///
/// @param byCaller whether the one who began the dialog sends it
/// @param method the request's method, or that of the request that is answered
/// @param status the response's code; 0 for a request
/// @param transaction which transaction of the script it belongs to, from 0. An ACK to anything but
///     2xx and a CANCEL belong to their INVITE's
/// @param branch which of several phones that ring sends it, from 0
public record Step(boolean byCaller, String method, int status, int transaction, int branch) {

    /// Its message type as sequences name it: `INVITE`, `200`.
    public String type() {
        return status == 0 ? method : Integer.toString(status);
    }

    boolean isRequest() {
        return status == 0;
    }
}
