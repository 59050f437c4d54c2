package org.sipsleuth.belief.novelty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.rarity.UsualDistances;

final class PeriodNoveltyTest {

    private static final double SHARE = 0.01;

    private static Observation phone(Random random) {
        Observation.Builder builder = new Observation.Builder().set(Variable.REQUEST_INTENSITY, 1 + random.nextDouble())
                .set(Variable.DESTINATIONS, 1 + random.nextInt(4))
                .set(Variable.SOURCE_ROLE, 0, 1)
                .set(Variable.CREDENTIALS, 0.5 + random.nextDouble() / 4);
        builder.set(Variable.REQUEST_DISTRIBUTION, 0, 10 + random.nextInt(5));
        builder.set(Variable.REQUEST_DISTRIBUTION, 1, 2 + random.nextInt(3));
        builder.set(Variable.RESPONSE_DISTRIBUTION, 1, 10 + random.nextInt(5));
        return builder.build(40);
    }

    private static Observation scanner() {
        return phone(new Random(1)).with(Variable.DESTINATIONS, 60).with(Variable.FAILED_LOGINS, 50);
    }

    private static List<List<Observation>> captures(int count, int periods, long seed) {
        Random random = new Random(seed);
        List<List<Observation>> captures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Observation> its = new ArrayList<>();
            for (int j = 0; j < periods; j++) {
                its.add(phone(random));
            }
            captures.add(its);
        }
        return captures;
    }

    private static PeriodNovelty learned(int captures, int periods) {
        return PeriodNovelty.learn(captures(captures, periods, 4), SHARE, Optional.empty()).orElseThrow();
    }

    @Test
    void thirtyOneNumbersAreCompared() {
        assertEquals(31, PeriodValue.all().size());
        assertEquals(31, PeriodValue.row(scanner()).length);
    }

    @Test
    void aPeriodUnlikeAllNormalOnesIsFarAndSaysWhy() {
        PeriodNovelty novelty = learned(10, 30);
        PeriodJudgement judged = novelty.judge(scanner());
        assertTrue(judged.isUnlike(), () -> judged + " is above " + novelty.threshold());
        assertTrue(judged.p().value() < SHARE);
        List<Variable> unlike = novelty.unlike(scanner()).stream().map(each -> each.value().variable()).toList();
        assertEquals(List.of(Variable.FAILED_LOGINS, Variable.DESTINATIONS), unlike);
        UnlikeValue destinations = novelty.unlike(scanner()).getLast();
        assertEquals(60, destinations.observed(), 1e-4);
        assertEquals(1, destinations.low(), 1e-6);
        assertEquals(4, destinations.high(), 1e-6);
    }

    @Test
    void ofOtherNormalPeriodsOneInAHundredIsUnlike() {
        for (int captures : new int[]{1, 20}) {
            PeriodNovelty novelty = learned(captures, 400 / captures);
            List<Observation> others = captures(1, 4_000, 99).getFirst();
            long unlike = others.stream().filter(each -> novelty.judge(each).isUnlike()).count();
            assertTrue(unlike > 4 && unlike < 100, unlike + " of 4,000 after " + captures + " captures");
        }
    }

    @Test
    void aLongCaptureCountsNoMoreThanOthers() {
        List<List<Observation>> captures = new ArrayList<>(captures(150, 20, 4));
        captures.add(captures(1, 5_000, 5).getFirst());
        PeriodNovelty novelty = PeriodNovelty.learn(captures, SHARE, Optional.empty()).orElseThrow();
        assertEquals(151 * 20, novelty.periods());
        assertEquals(151, novelty.parts().captures());
    }

    @Test
    void tooFewPeriodsSayNothing() {
        assertTrue(PeriodNovelty.learn(captures(3, 30, 4), SHARE, Optional.empty()).isEmpty(), "90 are too few");
        assertTrue(PeriodNovelty.learn(List.of(), SHARE, Optional.empty()).isEmpty());
    }

    @Test
    void whatIsKnownGivesTheUnit() {
        PeriodNovelty known = learned(10, 30);
        PeriodNovelty own = PeriodNovelty.learn(captures(1, 200, 8), SHARE, Optional.of(known)).orElseThrow();
        assertEquals(List.of(known.parts().spreads()[0], known.parts().centres()[3]),
                List.of(own.parts().spreads()[0], own.parts().centres()[3]));
        assertEquals(200, own.periods());
    }

    @Test
    void theNextDayOfTheNetworkIsLikeNormal() {
        PeriodNovelty known = learned(20, 30);
        PeriodNovelty own = PeriodNovelty.learn(captures(1, 200, 8), SHARE, Optional.of(known)).orElseThrow();
        assertTrue(own.threshold() >= known.threshold(), "threshold of one day");
        List<Observation> next = captures(1, 3_000, 9).getFirst();
        double byRank = new UsualDistances(own.parts().distances()).threshold(SHARE).orElseThrow();
        long before = next.stream().filter(each -> own.judge(each).distance() > byRank).count();
        long now = next.stream().filter(each -> own.judge(each).isUnlike()).count();
        assertTrue(now < before && now <= 30, now + " of 3,000 unlike, by the rank alone " + before);
        assertTrue(own.judge(scanner()).isUnlike());
    }

    @Test
    void whatIsStoredJudgesTheSame() {
        PeriodNovelty novelty = learned(5, 40);
        PeriodNovelty again = PeriodNovelty.of(novelty.parts(), SHARE).orElseThrow();
        assertEquals(novelty.judge(scanner()), again.judge(scanner()));
        assertEquals(novelty.threshold(), again.threshold());
        assertThrows(IllegalArgumentException.class,
                () -> PeriodNovelty.of(
                        new PeriodNovelty.Parts(1, new float[1][31], new double[0], new double[31], new double[31], 0),
                        SHARE));
    }

    @Test
    void aShareOfNothingIsAValueOfItsOwn() {
        Random random = new Random(2);
        Observation none = new Observation.Builder().set(Variable.REQUEST_INTENSITY, 1.5).build(40);
        PeriodNovelty novelty = learned(10, 30);
        assertTrue(novelty.unlike(none)
                .stream()
                .anyMatch(each -> each.value().variable() == Variable.CREDENTIALS && Double.isNaN(each.observed())));
        assertFalse(novelty.unlike(phone(random)).stream().anyMatch(each -> Double.isNaN(each.observed())));
    }
}
