package org.sipsleuth.simulate.scenario.attack;

import java.util.List;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.RequestPlan;
import org.sipsleuth.simulate.clock.Draws;
import org.sipsleuth.simulate.message.NameAddress;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.simulate.scenario.office.OfficeAttack;
import org.sipsleuth.simulate.truth.Attack;
import org.sipsleuth.simulate.truth.Label;
import org.sipsleuth.simulate.truth.TrafficClass;

/// Somebody tries extension after extension to learn which there are.
public final class Scan implements OfficeAttack {

    private static final String METHOD = "scan-method";
    private static final String PER_SECOND = "scan-per-second";
    private static final String EXTENSIONS = "scan-extensions";
    private static final String FIRST = "scan-first";
    private static final String SOURCES = "scan-sources";

    @Override
    public String name() {
        return "scan";
    }

    @Override
    public String description() {
        return "Extension after extension is tried with OPTIONS, REGISTER or INVITE: those that"
                + " exist answer differently. Slow with scan-per-second=0.02, distributed with"
                + " scan-sources=50.";
    }

    @Override
    public String source() {
        return "Paper 4 (Bayesian beliefs), class SCAN; what sipvicious' svwar does";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.choice(METHOD, "what is sent", "OPTIONS", "REGISTER", "INVITE"),
                Setting.real(PER_SECOND, 20, "per second", 0.0001, 100_000, "tries"),
                Setting.whole(EXTENSIONS, 400, "extensions", 1, 100_000_000, "extensions tried"),
                Setting.whole(FIRST, 1_900, "", 0, 1_000_000_000, "the first extension tried"),
                Setting.whole(SOURCES, 1, "hosts", 1, 60_000, "hosts that take part"));
    }

    @Override
    public void begin(Office office, Settings settings, Draws draws, double forSeconds) {
        String method = settings.text(METHOD);
        long first = settings.whole(FIRST);
        Attack attack =
                office.scene()
                        .world()
                        .truth()
                        .attack(TrafficClass.SCAN, "extensions are tried with " + method);
        Strangers strangers = new Strangers(office, draws.of("strangers"), settings.count(SOURCES));
        new Attempts(office.scene(), draws, settings.real(PER_SECOND), 0.2, forSeconds)
                .make(
                        settings.whole(EXTENSIONS),
                        number -> {
                            UserAgent scanner = strangers.of(number);
                            String uri = "sip:" + (first + number) + "@" + office.domain();
                            scanner.request(plan(method, uri, office), Label.of(attack));
                        });
    }

    private static RequestPlan plan(String method, String uri, Office office) {
        NameAddress extension = new NameAddress("", uri);
        RequestPlan plan =
                method.equals("REGISTER")
                        ? RequestPlan.of(method, "sip:" + office.domain())
                                .from(extension)
                                .to(extension)
                                .with("Expires", Strangers.EXPIRES)
                        : RequestPlan.of(method, uri);
        return plan.withoutCredentials();
    }
}
