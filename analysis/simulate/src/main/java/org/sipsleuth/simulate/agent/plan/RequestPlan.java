package org.sipsleuth.simulate.agent.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.message.Body;
import org.sipsleuth.simulate.message.Field;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.message.Signal;

/// A request outside of calls: configured once, then sent any number of times.
public final class RequestPlan {

    private final String method;
    private final String uri;
    private @Nullable NameAddress from;
    private @Nullable NameAddress to;
    private @Nullable String user;
    private @Nullable String password;
    private @Nullable String contact;
    private @Nullable Body body;
    private final List<Field> fields = new ArrayList<>();
    private boolean answersChallenges = true;
    private Consumer<Signal> listener = _ -> {};

    private RequestPlan(String method, String uri) {
        this.method = method;
        this.uri = uri;
    }

    /// A request.
    ///
    /// @param uri the Request-URI; also used in To unless [#to] is set
    public static RequestPlan of(String method, String uri) {
        return new RequestPlan(method, uri);
    }

    /// Sets a different identity in From.
    public RequestPlan from(NameAddress somebody) {
        from = somebody;
        return this;
    }

    /// Sets To, as REGISTER must.
    public RequestPlan to(NameAddress somebody) {
        to = somebody;
        return this;
    }

    /// Answers challenges with this password instead of that of the account.
    public RequestPlan password(String other) {
        password = other;
        return this;
    }

    /// Answers challenges as this user instead of that of the account.
    ///
    /// @param other the user name of the credentials
    public RequestPlan authenticatedAs(String other) {
        user = other;
        return this;
    }

    /// Sets Contact; the default is its own address.
    ///
    /// @param value `<sip:alice@192.0.2.1>`, or `*` for all bindings of a REGISTER that removes
    ///     them
    public RequestPlan contact(String value) {
        contact = value;
        return this;
    }

    /// Treats 401 and 407 as final: no credentials are sent.
    public RequestPlan withoutCredentials() {
        answersChallenges = false;
        return this;
    }

    /// Carries a body.
    public RequestPlan body(String type, String text) {
        body = new Body(type, text);
        return this;
    }

    /// Adds a header field.
    public RequestPlan with(String name, String value) {
        fields.add(new Field(name, value));
        return this;
    }

    /// Sets a listener for the final response; 408 if none arrived.
    public RequestPlan whenAnswered(Consumer<Signal> listener) {
        this.listener = listener;
        return this;
    }

    public String method() {
        return method;
    }

    /// The Request-URI.
    public String uri() {
        return uri;
    }

    /// The identity in From, or null for that of the account.
    public @Nullable NameAddress from() {
        return from;
    }

    /// To, or null if it equals the Request-URI.
    public @Nullable NameAddress to() {
        return to;
    }

    /// The user name of the credentials, or null if that is the account's.
    public @Nullable String user() {
        return user;
    }

    /// The password, or null if that is the account's.
    public @Nullable String password() {
        return password;
    }

    /// The value of Contact, or null for its own address.
    public @Nullable String contact() {
        return contact;
    }

    public @Nullable Body body() {
        return body;
    }

    /// Further header fields.
    public List<Field> fields() {
        return List.copyOf(fields);
    }

    /// Whether 401 and 407 are answered with credentials.
    public boolean answersChallenges() {
        return answersChallenges;
    }

    /// Reports the final response to the listener.
    public void complete(Signal response) {
        listener.accept(response);
    }
}
