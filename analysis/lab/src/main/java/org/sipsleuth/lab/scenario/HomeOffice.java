package org.sipsleuth.lab.scenario;

import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.Answer;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.agent.plan.RegisterPlan;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.network.Host;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.simulate.scenario.office.Person;
import org.sipsleuth.truth.Label;

/// Somebody works at home, behind a router that loses each ACK: the phone repeats the 200 of its
/// answer, and gives the call up after 32 seconds (RFC 3261, section 13.3.1.4). It is no attack.
///
/// @param person who, by number
/// @param caller who calls there, by number
/// @param calls how many calls
/// @param everySeconds the time between them
/// @param lastOctet of the private address
public record HomeOffice(int person, int caller, int calls, double everySeconds, int lastOctet) implements LabEvent {

    /// The note of its calls in the ground truth.
    public static final String DROPPED = "dropped";

    private static final int SIP_PORT = 5060;
    private static final int UNAVAILABLE = 480;
    private static final int FIRST_PORT = 41_000;
    private static final int REGISTRATION_SECONDS = 600;
    private static final double LONG_TALK_SECONDS = 400;
    private static final double BEFORE_CALLS_SECONDS = 10;

    /// The private address of the phone.
    public String address() {
        return "192.168.178." + lastOctet;
    }

    @Override
    public void begin(Office office, SeededRandom draws, double forSeconds) {
        Person somebody = office.people().get(person);
        Host router = office.externalSocket().host();
        Socket own = new Socket(Host.ipv4(192, 168, 178, lastOctet), SIP_PORT);
        UserAgent phone = new UserAgent(office.scene(), somebody.account(), Profiles.phone(person), own)
                .at(new AckEatingRouter(office.scene(), router, FIRST_PORT + draws.below(2_000)))
                .through(office.server().socket())
                .answering(invite -> invite.label.note().equals(DROPPED) ? Answer.pickUp(0.1, 3 + draws.unit() * 4)
                        : Answer.refuse(UNAVAILABLE, 0.1));
        somebody.phone().leave();
        phone.register(RegisterPlan.during(forSeconds, REGISTRATION_SECONDS), Label.normal("home office"));
        for (int i = 0; i < calls; i++) {
            office.scene()
                    .in(BEFORE_CALLS_SECONDS + i * everySeconds,
                            () -> office.people()
                                    .get(caller)
                                    .phone()
                                    .call(somebody.uri(), CallPlan.talk(LONG_TALK_SECONDS), Label.normal(DROPPED)));
        }
    }
}
