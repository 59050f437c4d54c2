package org.sipsleuth.simulate.scenario.office;

import java.util.Arrays;
import java.util.List;
import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.agent.UserAgent;
import org.sipsleuth.simulate.agent.plan.CallPlan;
import org.sipsleuth.simulate.agent.plan.MidCall;
import org.sipsleuth.simulate.agent.plan.RequestPlan;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Body;
import org.sipsleuth.truth.Label;

/// An ordinary day of the people of an office: calls inside and outside, hold, transfer, presence
/// subscriptions, OPTIONS.
public final class OfficeDay {

    private static final double INTERNAL = 0.35;
    private static final double OUTGOING = 0.35;
    private static final double MEAN_PATIENCE_SECONDS = 25;
    private static final double LEAST_PATIENCE_SECONDS = 8;
    private static final double QUESTIONS_PER_CALL = 0.1;
    private static final Body TONE = new Body("application/dtmf-relay", "Signal=5\r\nDuration=160\r\n");

    private final Office office;
    private final Scene scene;
    private final SeededRandom draws;
    private final List<Person> people;

    /// The cumulative weights.
    private final double[] sums;

    private final ArrivalProcess rhythm;

    /// @param rhythm the rate of calls over time
    public OfficeDay(Office office, ArrivalProcess rhythm) {
        this.office = office;
        this.scene = office.scene();
        this.draws = scene.world().draws().of("day of " + office.domain());
        this.people = office.people();
        this.sums = people.stream().mapToDouble(Person::weight).toArray();
        for (int i = 1; i < sums.length; i++) { // one by one: the same sums on any machine
            sums[i] += sums[i - 1];
        }
        this.rhythm = rhythm;
    }

    /// Starts the calls.
    public void begin(double forSeconds) {
        long end = scene.timeline().nowNanos() + Scene.nanos(forSeconds);
        next(end);
    }

    private void next(long end) {
        double wait = rhythm.nextSeconds(scene.timeline().nowNanos(), draws);
        scene.in(wait, () -> {
            if (scene.timeline().nowNanos() < end) {
                call();
                if (draws.chance(QUESTIONS_PER_CALL)) {
                    ask();
                }
                next(end);
            }
        });
    }

    private Person somebody() {
        double chosen = draws.unit() * sums[sums.length - 1];
        int place = Arrays.binarySearch(sums, chosen);
        return people.get(place >= 0 ? place : -1 - place);
    }

    private void call() {
        double which = draws.unit();
        if (which < INTERNAL) {
            Person caller = somebody();
            call(caller.phone(), other(caller).uri());
        } else if (which < INTERNAL + OUTGOING) {
            call(somebody().phone(), "sip:" + number() + "@" + office.domain());
        } else {
            call(office.gateway(), somebody().uri());
        }
    }

    private Person other(Person caller) {
        while (people.size() > 1) {
            Person other = somebody();
            if (!other.equals(caller)) {
                return other;
            }
        }
        return caller;
    }

    /// A telephone number that no country assigns.
    private String number() {
        return "+999" + draws.between(100_000_000L, 999_999_999L);
    }

    private void call(UserAgent caller, String target) {
        double patience = LEAST_PATIENCE_SECONDS + draws.exponential(MEAN_PATIENCE_SECONDS);
        double talk = AnswerBehaviour.talkSeconds(draws);
        CallPlan plan = CallPlan.talk(talk).patience(patience).follow(2);
        if (talk > 30 && draws.chance(0.12)) {
            plan.hold(5 + draws.unit() * 10, 3 + draws.exponential(8));
        }
        if (talk > 20 && draws.chance(0.08)) {
            plan.with(new MidCall.Ask(3 + draws.unit() * 10, "INFO", TONE));
        }
        if (talk > 40 && draws.chance(0.03)) {
            plan.transfer(35, somebody().uri());
        }
        caller.call(target, plan, Label.normal());
    }

    private void ask() {
        Person asking = somebody();
        Person asked = other(asking);
        if (draws.chance(0.5)) {
            RequestPlan plan = RequestPlan.of("OPTIONS", asked.uri());
            asking.phone().request(plan, Label.normal());
        } else {
            asking.phone().subscribe(asked.uri(), "presence", 600, Label.normal());
        }
    }
}
