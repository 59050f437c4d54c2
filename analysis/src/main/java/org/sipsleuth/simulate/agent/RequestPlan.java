package org.sipsleuth.simulate.agent;

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

    final String method;
    final String uri;
    @Nullable NameAddress from;
    @Nullable NameAddress to;
    @Nullable String password;
    @Nullable Body body;
    List<Field> fields = new ArrayList<>();
    boolean answersChallenges = true;
    Consumer<Signal> answered = _ -> {};

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

    /// Is told the final response; 408 if there was none.
    public RequestPlan whenAnswered(Consumer<Signal> told) {
        answered = told;
        return this;
    }
}
