package org.sipsleuth.simulate.agent.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.message.Body;
import org.sipsleuth.simulate.message.Field;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.message.Signal;

/// A request outside of calls: filled once, then sent any number of times.
public final class RequestPlan {

    private final String method;
    private final String uri;
    private @Nullable NameAddress from;
    private @Nullable NameAddress to;
    private @Nullable String password;
    private @Nullable Body body;
    private final List<Field> fields = new ArrayList<>();
    private boolean answersChallenges = true;
    private Consumer<Signal> told = _ -> {};

    private RequestPlan(String method, String uri) {
        this.method = method;
        this.uri = uri;
    }

    /// A request.
    ///
    /// @param uri whom it asks; it stands in To as well unless that is said
    public static RequestPlan of(String method, String uri) {
        return new RequestPlan(method, uri);
    }

    /// Says that somebody else asks.
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

    /// Takes 401 and 407 for an end.
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

    /// Tells somebody the final response; 408 if there was none.
    public RequestPlan whenAnswered(Consumer<Signal> whom) {
        told = whom;
        return this;
    }

    public String method() {
        return method;
    }

    /// Whom it asks.
    public String uri() {
        return uri;
    }

    /// Who is said to ask, or null if that is the account.
    public @Nullable NameAddress from() {
        return from;
    }

    /// To, or null if that is whom it asks.
    public @Nullable NameAddress to() {
        return to;
    }

    /// The password, or null if that is the account's.
    public @Nullable String password() {
        return password;
    }

    public @Nullable Body body() {
        return body;
    }

    /// What else it says.
    public List<Field> fields() {
        return List.copyOf(fields);
    }

    /// Whether 401 and 407 are answered with credentials.
    public boolean answersChallenges() {
        return answersChallenges;
    }

    /// Tells the final response.
    public void tell(Signal response) {
        told.accept(response);
    }
}
