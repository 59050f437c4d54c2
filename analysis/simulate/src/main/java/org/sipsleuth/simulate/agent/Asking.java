package org.sipsleuth.simulate.agent;

import org.sipsleuth.simulate.agent.dialog.Credentials;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.agent.plan.RequestPlan;
import org.sipsleuth.simulate.message.Field;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.truth.Label;

/// A request outside of dialogs, sent again with credentials if it is challenged.
final class Asking implements Activity {

    private static final double INVITE_SECONDS = 8;

    private final Station station;
    private final RequestPlan plan;
    private final Credentials credentials;
    private Signal request;
    private boolean over;

    Asking(Station station, RequestPlan plan, Label label) {
        this.station = station;
        this.plan = plan;
        NameAddress from = plan.from() == null ? station.account.address() : plan.from();
        NameAddress to = plan.to() == null ? new NameAddress("", plan.uri()) : plan.to();
        String user = plan.user();
        String password = plan.password();
        this.credentials = station.credentials(user == null ? station.account.user() : user,
                password == null ? station.account.password() : password);
        this.request = station.request(plan.method(), plan.uri(), from, to, label);
        for (Field field : plan.fields()) {
            request.with(field.name(), field.value());
        }
        request.body = plan.body();
        if (plan.contact() != null) {
            request.contact = plan.contact();
        }
    }

    /// The plan as a call that ends as soon as it is answered.
    static CallPlan calling(RequestPlan plan) {
        CallPlan call = CallPlan.talk(0).patience(INVITE_SECONDS);
        NameAddress from = plan.from();
        if (from != null) {
            call.from(from);
        }
        if (!plan.answersChallenges()) {
            call.withoutCredentials();
        }
        for (Field field : plan.fields()) {
            call.with(field.name(), field.value());
        }
        return call;
    }

    void begin() {
        station.begin(this);
        station.send(request, this::receive);
    }

    private void receive(Signal response) {
        if (over || response.isProvisional()) {
            return;
        }
        boolean challenge = Credentials.isChallenge(response);
        if (challenge && plan.answersChallenges() && credentials.accept(response)) {
            request = Credentials.again(request);
            credentials.authorize(request);
            station.send(request, this::receive);
            return;
        }
        over = true;
        station.end(this);
        plan.complete(response);
    }

    @Override
    public void stop() {
        over = true;
    }
}
