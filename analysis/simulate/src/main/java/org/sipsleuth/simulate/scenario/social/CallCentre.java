package org.sipsleuth.simulate.scenario.social;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.scenario.social.society.Days;
import org.sipsleuth.simulate.world.World;
import org.sipsleuth.truth.Label;

/// The agents of a survey at work: each calls the next person of a common list, and who does not
/// answer is called again on a later day.
final class CallCentre {

    private static final long NANOS_PER_HOUR = 3_600_000_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final int FROM_HOUR = 9;
    private static final int TO_HOUR = 18;
    private static final String NOTE = "telemarketing";

    /// What happens if a call is not answered: it rings until the agent cancels, the line is busy,
    /// nobody is there, or the number is not in use any more.
    private static final double[] FATES = {0.62, 0.2, 0.15, 0.03};

    private static final int[] STATUS = {487, 486, 480, 404};
    private static final int CANCELLED = 487;
    private static final int NOT_FOUND = 404;

    /// Those who answer and take part; the others decline within seconds.
    private static final double TAKE_PART = 0.35;

    private static final double CALL_BACK = 0.08;
    private static final double PATIENCE_SECONDS = 25;
    private static final double PAUSE_SECONDS = 15;

    private final World world;
    private final PhoneNetwork network;
    private final Survey survey;
    private final String domain;
    private final SeededRandom draws;
    private final Days days;
    private final Deque<Person> today = new ArrayDeque<>();
    private final List<Person> later = new ArrayList<>();

    /// Somebody who is to be called.
    private record Person(int number, int tries) {}

    CallCentre(World world, PhoneNetwork network, Survey survey, String domain, SeededRandom draws) {
        this.world = world;
        this.network = network;
        this.survey = survey;
        this.domain = domain;
        this.draws = draws;
        this.days = new Days(world.timeline().nowNanos());
    }

    /// Plans the first day, and each day after the one before it.
    ///
    /// @param count how many days there are
    void open(int count) {
        for (int i = 0; i < survey.callees(); i++) {
            later.add(new Person(i, 0));
        }
        draws.shuffle(later);
        day(0, count);
    }

    private void day(int day, int count) {
        if (day == count) {
            return;
        }
        today.addAll(later);
        later.clear();
        long now = world.timeline().nowNanos();
        long midnight = days.midnightNanos(day);
        long from = Math.max(now, midnight + FROM_HOUR * NANOS_PER_HOUR);
        long to = Math.min(world.endNanos(), midnight + TO_HOUR * NANOS_PER_HOUR);
        if (to <= from) { // a real capture has nothing of these hours: what it has of the day
            from = now;
            to = Math.min(world.endNanos(), midnight + Days.NANOS_PER_DAY);
        }
        if (!days.isWeekend(day)) {
            for (int agent = 0; agent < survey.agents(); agent++) {
                int one = agent;
                long until = to;
                long first = from + nanos(draws.exponential(SECONDS_PER_HOUR / survey.perHour()));
                world.timeline().at(first, () -> work(one, until));
            }
        }
        world.timeline().at(midnight + Days.NANOS_PER_DAY, () -> day(day + 1, count));
    }

    /// An agent calls, and again after some time.
    private void work(int agent, long until) {
        Person person = world.timeline().nowNanos() < until ? today.poll() : null;
        if (person == null) {
            return;
        }
        double seconds = call(agent, person) + draws.exponential(PAUSE_SECONDS);
        double pace = draws.exponential(SECONDS_PER_HOUR / survey.perHour());
        world.timeline().in(nanos(Math.max(seconds, pace)), () -> work(agent, until));
    }

    private static long nanos(double seconds) {
        return (long) (seconds * NANOS_PER_SECOND);
    }

    /// Calls somebody.
    ///
    /// @return how long that takes, in seconds
    private double call(int agent, Person person) {
        boolean answered = draws.chance(survey.answered());
        int status = answered ? 200 : STATUS[draws.weighted(FATES)];
        double ring = status == CANCELLED ? PATIENCE_SECONDS + draws.unit()
                : answered ? 3 + draws.exponential(6)
                : 0.2 + draws.unit();
        boolean takesPart = answered && draws.chance(TAKE_PART);
        double talk = 0;
        if (answered) {
            talk = takesPart ? draws.logNormal(150, 0.5) : 4 + draws.exponential(9);
        }
        PhoneCall call = new PhoneCall(survey.agentUri(agent, domain), survey.calleeUri(person.number(), domain),
                status, ring, talk, takesPart, Label.normal(NOTE));
        network.play(call, survey.agentNumber(agent));
        if (!answered && status != NOT_FOUND && person.tries() + 1 < survey.tries()) {
            later.add(new Person(person.number(), person.tries() + 1));
        }
        if (status == CANCELLED && draws.chance(CALL_BACK)) {
            double after = ring + 60 + draws.exponential(1_800);
            world.timeline().in(nanos(after), () -> callBack(agent, person));
        }
        return ring + talk;
    }

    private void callBack(int agent, Person person) {
        PhoneCall call = new PhoneCall(survey.calleeUri(person.number(), domain), survey.agentUri(agent, domain), 200,
                2 + draws.exponential(4), 20 + draws.exponential(60), draws.chance(0.5), Label.normal(NOTE));
        network.play(call, survey.calleeNumber(person.number()));
    }
}
