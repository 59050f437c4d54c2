package org.sipsleuth.simulate.agent.dialog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.agent.transaction.Addresses;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.message.Profile;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.truth.Label;

/// One side's state of a dialog (RFC 3261 §12).
public final class Dialog {

    /// The key by which one side identifies a dialog.
    public record Id(String callId, String localTag) {

        /// The dialog of a received request, as the receiver identifies it.
        public static Id of(Signal request) {
            return new Id(request.callId, request.to.tag());
        }
    }

    private final Label label;
    private final Profile profile;
    private final String callId;
    private final NameAddress local;
    private final NameAddress remote;
    private final @Nullable String contact;
    private final List<String> routes;
    private final Socket fallback;
    private String target;
    private long localCseq;
    private long remoteCseq;

    private Dialog(Signal own, NameAddress local, NameAddress remote, List<String> routes, Socket peer) {
        this.label = own.label;
        this.profile = own.profile;
        this.callId = own.callId;
        this.contact = own.contact;
        this.local = local;
        this.remote = remote;
        this.routes = routes;
        this.fallback = peer;
        this.target = remote.uri();
    }

    /// The caller's side.
    ///
    /// @param request the request that created it
    /// @param response a response with a tag
    /// @param peer the remote target if Contact has no numeric address
    public static Dialog ofCaller(Signal request, Signal response, Socket peer) {
        List<String> routes = new ArrayList<>(response.recordRoutes);
        Collections.reverse(routes);
        Dialog dialog = new Dialog(request, request.from, response.to, routes, peer);
        dialog.localCseq = request.cseq;
        dialog.refresh(response);
        return dialog;
    }

    /// The callee's side.
    ///
    /// @param request the request that created it
    /// @param response a response with a tag and Contact
    /// @param peer the remote target if Contact has no numeric address
    /// @param firstCseq the CSeq number before that of its first request
    public static Dialog ofCallee(Signal request, Signal response, Socket peer, long firstCseq) {
        List<String> routes = new ArrayList<>(request.recordRoutes);
        Dialog dialog = new Dialog(response, response.to, request.from, routes, peer);
        dialog.localCseq = firstCseq;
        dialog.remoteCseq = request.cseq;
        dialog.refresh(request);
        return dialog;
    }

    public Id id() {
        return new Id(callId, local.tag());
    }

    public String callId() {
        return callId;
    }

    public Label label() {
        return label;
    }

    /// The tag of the other side.
    public String remoteTag() {
        return remote.tag();
    }

    /// The next request of this side, without Via.
    public Signal request(String method) {
        return request(method, ++localCseq);
    }

    /// The ACK for a 2xx, without Via.
    ///
    /// @param cseq of its INVITE
    public Signal ack(long cseq) {
        Signal ack = request("ACK", cseq);
        ack.contact = null;
        return ack;
    }

    private Signal request(String method, long cseq) {
        Signal request = new Signal(label, profile, method, 0, callId, cseq);
        request.requestUri = target;
        request.from = local;
        request.to = remote;
        request.routes.addAll(routes);
        request.contact = method.equals("BYE") || method.equals("PRACK") ? null : contact;
        return request;
    }

    /// Confirms the dialog with a 2xx, whose route set is final (§13.2.2.4).
    public void confirm(Signal success) {
        routes.clear();
        routes.addAll(success.recordRoutes.reversed());
        refresh(success);
    }

    /// Whether a request of the other side arrives in order (§12.2.2); its CSeq is remembered.
    public boolean isInOrder(Signal request) {
        if (request.cseq < remoteCseq) {
            return false;
        }
        remoteCseq = request.cseq;
        return true;
    }

    /// Refreshes the remote target from Contact, if present.
    public void refresh(Signal message) {
        String where = message.contact;
        if (where != null) {
            target = Addresses.uri(where);
        }
    }

    /// The next hop of requests.
    public Socket next(Addresses addresses) {
        Socket next = addresses.socket(routes.isEmpty() ? target : routes.getFirst());
        return next == null ? fallback : next;
    }
}
