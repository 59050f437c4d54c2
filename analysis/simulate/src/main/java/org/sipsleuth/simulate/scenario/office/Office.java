package org.sipsleuth.simulate.scenario.office;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.plan.Answer;
import org.sipsleuth.simulate.agent.plan.AnswerPolicy;
import org.sipsleuth.simulate.agent.plan.RegisterPlan;
import org.sipsleuth.simulate.agent.server.Server;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.TrafficClass;

/// People with phones behind one server, where the capture is made, and a gateway to the telephone
/// network.
public final class Office {

    private static final int GATEWAY = 1;
    private static final int FIRST_PHONE = 20;
    private static final int FIRST_EXTENSION = 2_001;
    private static final int NOT_FOUND = 404;
    private static final int REGISTRATION_SECONDS = 600;
    private static final double REGISTRATIONS_WITHIN_SECONDS = 120;

    private final Scene scene;
    private final Addresses addresses;
    private final String domain;
    private final SeededRandom draws;
    private final Server server;
    private final UserAgent gateway;
    private final List<Person> people = new ArrayList<>();
    private int outside;

    /// Creates the server, the gateway and the phones. Nothing is sent yet.
    ///
    /// @param people how many
    public Office(Scene scene, Addresses addresses, String domain, int people) {
        this(scene, addresses, domain, people, FIRST_EXTENSION);
    }

    /// The same with other extensions.
    ///
    /// @param firstExtension that of the first person; those of the others follow
    public Office(Scene scene, Addresses addresses, String domain, int people, int firstExtension) {
        this.scene = scene;
        this.addresses = addresses;
        this.domain = domain;
        this.draws = scene.world().draws().of("office " + domain);
        Socket gate = Addresses.sip(addresses.inside(GATEWAY));
        this.server = new Server(scene, Profiles.proxy(), Addresses.sip(addresses.inside(0)), domain).tapped()
                .challengingRegistrations()
                .challengingCalls()
                .recordingRoutes()
                .routing(Office::isNumber, gate);
        Account trunk = new Account("trunk", domain, "", draws.token(16));
        this.server.serving(trunk);
        this.gateway = new UserAgent(scene, trunk, Profiles.gateway(), gate).through(server.socket())
                .labelling(_ -> Label.normal())
                .answering(new AnswerBehaviour(draws.of("outside"), AnswerBehaviour.OUTSIDE));
        for (int i = 0; i < people; i++) {
            this.people.add(seat(i, firstExtension));
        }
    }

    /// Whether a URI is a telephone number: `sip:+4930…@…` or `sip:0…@…`.
    private static boolean isNumber(String uri) {
        return uri.startsWith("sip:+") || uri.startsWith("sip:0");
    }

    private Person seat(int number, int firstExtension) {
        String extension = Integer.toString(firstExtension + number);
        Account account = new Account(extension, domain, "", draws.token(12));
        server.serving(account);
        Socket socket = Addresses.sip(addresses.inside(FIRST_PHONE + number));
        UserAgent phone = new UserAgent(scene, account, Profiles.phone(number), socket).through(server.socket())
                .answering(answering(extension, number))
                .labelling(_ -> Label.normal());
        scene.world().truth().user(account.uri(), TrafficClass.NORMAL);
        return new Person(account, phone, draws.pareto(1, 1.4));
    }

    /// How a phone answers calls; those for another user get 404 (RFC 3261,
    /// §8.2.2.1).
    private AnswerPolicy answering(String extension, int number) {
        AnswerBehaviour manners = new AnswerBehaviour(draws.of("manners", number), AnswerBehaviour.INSIDE);
        String own = "sip:" + extension + "@";
        return invite -> {
            String uri = invite.requestUri;
            boolean isForAnother = uri.contains("@") && !uri.startsWith(own);
            return isForAnother ? Answer.refuse(NOT_FOUND, 0) : manners.to(invite);
        };
    }

    /// Has all phones register, and stay registered.
    public void open(double forSeconds) {
        for (Person person : people) {
            double begin = draws.unit() * REGISTRATIONS_WITHIN_SECONDS;
            RegisterPlan plan = RegisterPlan.during(forSeconds, REGISTRATION_SECONDS);
            scene.in(begin, () -> person.phone().register(plan, Label.normal()));
        }
    }

    /// A new socket outside of the office.
    public Socket externalSocket() {
        return Addresses.sip(addresses.outside(outside++));
    }

    public Scene scene() {
        return scene;
    }

    public Addresses addresses() {
        return addresses;
    }

    public String domain() {
        return domain;
    }

    public Server server() {
        return server;
    }

    /// The gateway to telephones outside.
    public UserAgent gateway() {
        return gateway;
    }

    /// All people with a phone.
    public List<Person> people() {
        return List.copyOf(people);
    }
}
