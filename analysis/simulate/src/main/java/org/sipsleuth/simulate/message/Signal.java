package org.sipsleuth.simulate.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.truth.Label;

/// A SIP message as elements pass it on: its parts, which the [Profile] of its sender turns into
/// text at the capture point.
///
/// Its creator fills it; it is not changed after sending: an element that forwards it sends a
/// [#copy].
public final class Signal {

    private static final int USUAL_HOPS = 70;
    private static final NameAddress NOBODY = new NameAddress("", "");

    /// The label of the message and its dialog.
    public Label label;

    /// The profile of its sender.
    public final Profile profile;

    /// The method of the request, or of the request that a response answers: that of CSeq.
    public final String method;

    /// The status code of a response; 0 for a request.
    public final int status;

    /// The reason phrase of a response.
    public final String reason;

    public final String callId;
    public final long cseq;

    /// The Request-URI; empty in a response.
    public String requestUri = "";

    public NameAddress from;
    public NameAddress to;

    /// The topmost first.
    public List<Via> vias;

    public int maxForwards = USUAL_HOPS;

    /// The value of Contact, or null.
    public @Nullable String contact;

    public List<String> routes;
    public List<String> recordRoutes;

    /// Other header fields, in the order in which they were added.
    public List<Field> fields;

    public @Nullable Body body;

    /// Damages the written message on purpose, or null.
    public @Nullable Mutator mutator;

    /// @param status 0 for a request
    public Signal(Label label, Profile profile, String method, int status, String callId, long cseq) {
        this.label = label;
        this.profile = profile;
        this.method = method;
        this.status = status;
        this.reason = Reasons.of(status);
        this.callId = callId;
        this.cseq = cseq;
        this.from = NOBODY;
        this.to = NOBODY;
        this.vias = new ArrayList<>(2);
        this.routes = new ArrayList<>(0);
        this.recordRoutes = new ArrayList<>(0);
        this.fields = new ArrayList<>(2);
    }

    /// A deep copy.
    private Signal(Signal other) {
        this.label = other.label;
        this.profile = other.profile;
        this.method = other.method;
        this.status = other.status;
        this.reason = other.reason;
        this.callId = other.callId;
        this.cseq = other.cseq;
        this.requestUri = other.requestUri;
        this.from = other.from;
        this.to = other.to;
        this.vias = new ArrayList<>(other.vias);
        this.maxForwards = other.maxForwards;
        this.contact = other.contact;
        this.routes = new ArrayList<>(other.routes);
        this.recordRoutes = new ArrayList<>(other.recordRoutes);
        this.fields = new ArrayList<>(other.fields);
        this.body = other.body;
        this.mutator = other.mutator;
    }

    /// A response to a request: Via, Record-Route, From, To, Call-ID and CSeq are the request's
    /// (RFC 3261 §8.2.6.2).
    public static Signal response(Signal request, Profile profile, int status) {
        Signal response = new Signal(request.label, profile, request.method, status, request.callId, request.cseq);
        response.vias = new ArrayList<>(request.vias);
        response.recordRoutes = new ArrayList<>(request.recordRoutes);
        response.from = request.from;
        response.to = request.to;
        return response;
    }

    /// Whether it is a request.
    public boolean isRequest() {
        return status == 0;
    }

    /// Whether it is a request of this method.
    public boolean isRequest(String itsMethod) {
        return status == 0 && method.equals(itsMethod);
    }

    /// Whether it is a response below 200.
    public boolean isProvisional() {
        return status >= 100 && status < 200;
    }

    /// The topmost Via.
    public Via via() {
        return vias.getFirst();
    }

    /// The value of the first header field of this name among [#fields].
    public Optional<String> field(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    /// Adds a header field.
    ///
    /// @return itself
    public Signal with(String name, String value) {
        fields.add(new Field(name, value));
        return this;
    }

    /// A copy, to be changed in transit.
    public Signal copy() {
        return new Signal(this);
    }
}
