package org.sipsleuth.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.sipsleuth.sentence.Sentence.english;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Method;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Unjudged;
import org.sipsleuth.finding.Unjudged.Extent;
import org.sipsleuth.pipeline.Check.Result;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.Scene;

/// A kind of incident counts as looked for only as far as a method judged it.
class CheckTest {

    private static final Methods METHODS = Methods.standard();

    private static SipIndex index;

    @BeforeAll
    static void read() {
        index = new Scene().index();
    }

    /// A method that found nothing, and left something out.
    private record Silent(SipIndex index, Origin origin, List<Unjudged> notJudged) implements Detection {

        @Override
        public List<Finding> findings() {
            return List.of();
        }
    }

    private static Silent of(Method method, List<Unjudged> notJudged) {
        try {
            return new Silent(index, new Origin(method.name(), method.shipped().identity()), notJudged);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Result result(Investigation found, IncidentKind kind) {
        return METHODS.checks(found).stream().filter(check -> check.kind() == kind).findFirst().orElseThrow().result();
    }

    private static List<Method> recognising(IncidentKind kind) {
        return METHODS.all().stream().filter(its -> METHODS.recognised(List.of(its.name())).contains(kind)).toList();
    }

    @ParameterizedTest
    @EnumSource
    void whatNoMethodJudgedIsNeverTicked(IncidentKind kind) {
        List<Method> methods = recognising(kind);
        for (int silent = 0; silent <= methods.size(); silent++) {
            int last = silent;
            List<Detection> detections = new ArrayList<>();
            for (Method each : METHODS.all()) {
                int place = methods.indexOf(each);
                boolean isSilent = place >= 0 && place < last;
                detections.add(of(each, isSilent ? List
                        .of(new Unjudged(each.name(), Extent.ALL, Set.of(kind), english("Too little was captured.")))
                        : List.of()));
            }
            if (!methods.isEmpty()) {
                assertEquals(
                        silent == 0 ? Result.JUDGED
                                : silent < methods.size() ? Result.PARTLY_JUDGED
                                : Result.NOT_JUDGED,
                        result(Investigation.of(index, detections), kind),
                        kind + " without " + silent + " of " + methods.size() + " methods");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void resultsFollowWhatWasLeftOut(long seed) {
        Random random = new Random(seed);
        List<Detection> detections = new ArrayList<>();
        Set<IncidentKind> whole = EnumSet.allOf(IncidentKind.class);
        for (Method each : METHODS.all()) {
            List<Unjudged> left = new ArrayList<>();
            for (IncidentKind kind : METHODS.recognised(List.of(each.name()))) {
                if (random.nextInt(4) == 0) {
                    Extent extent = random.nextBoolean() ? Extent.ALL : Extent.PART;
                    left.add(new Unjudged(each.name(), extent, Set.of(kind), english("left out " + kind)));
                    whole.remove(kind);
                }
            }
            detections.add(of(each, left));
        }
        for (Check check : METHODS.checks(Investigation.of(index, detections))) {
            assertEquals(whole.contains(check.kind()), check.result() == Result.JUDGED);
            assertEquals(whole.contains(check.kind()), check.reasons().isEmpty());
            for (Sentence reason : check.reasons()) {
                assertEquals("left out " + check.kind(), reason.text());
            }
        }
        List<Check> checks = METHODS.checks(Investigation.of(index, detections));
        Check.Missing missing = Check.missing(checks);
        assertEquals(checks.stream().filter(check -> !whole.contains(check.kind())).count(),
                missing.none() + missing.partly());
        assertEquals(whole.containsAll(METHODS.recognised(METHODS.names())), missing.isEmpty());
    }

    @Test
    void theSentenceOfAnotherMethodLeavesAKindJudged() {
        List<Detection> detections = METHODS.all()
                .stream()
                .map(method -> (Detection) of(method,
                        method.name().equals("belief")
                                ? List.of(new Unjudged("belief", Extent.PART, Set.of(), english("Some sources")))
                                : List.of()))
                .toList();
        Investigation found = Investigation.of(index, detections);
        assertEquals(List.of(english("Some sources")), found.notSeen());
        assertEquals(Set.of(Result.JUDGED), Set.copyOf(METHODS.checks(found).stream().map(Check::result).toList()));
    }

    /// A message with a defect that no rule calls an attack, as an old phone sends it, is no
    /// incident, and still there.
    @Test
    void aDefectTakesTheTick() {
        SipIndex plain = new Scene().request(Scene.ALICE, Scene.PROXY, "OPTIONS", 1).index();
        SipIndex old =
                new Scene().raw(Scene.ALICE, Scene.PROXY, "OPTIONS sip:b@example.org SIP/2.0\r\nCall-ID: old\r\n\r\n")
                        .index();
        assertEquals(List.of(), unclean(plain));
        assertEquals(List.of(IncidentKind.MALFORMED_MESSAGES), unclean(old));
    }

    private static List<IncidentKind> unclean(SipIndex captured) {
        List<Detection> detections = new ArrayList<>();
        for (Method each : METHODS.all()) {
            detections.add(new Silent(captured, of(each, List.of()).origin(), List.of()));
        }
        return METHODS.checks(Investigation.of(captured, detections))
                .stream()
                .filter(check -> !check.isClean())
                .map(Check::kind)
                .toList();
    }

    @Test
    void aFaultIsNoResult() {
        Fault fault = Fault.of("rules/HostScan", Set.of(IncidentKind.HOST_SCAN), new IllegalStateException());
        Investigation found = Investigation.of(index,
                METHODS.all().stream().map(method -> (Detection) of(method, List.of())).toList(), List.of(fault));
        assertEquals(Result.FAILED, result(found, IncidentKind.HOST_SCAN));
        assertFalse(Result.FAILED.isJudged());
        assertEquals(Result.JUDGED, result(found, IncidentKind.TOLL_FRAUD));
    }

    @Test
    void everyKindIsCheckedOnce() {
        List<IncidentKind> kinds = METHODS
                .checks(Investigation.of(index,
                        METHODS.all().stream().map(method -> (Detection) of(method, List.of())).toList()))
                .stream()
                .map(Check::kind)
                .toList();
        assertEquals(METHODS.recognised(METHODS.names()), kinds);
        assertEquals(Stream.of(kinds).flatMap(List::stream).distinct().toList(), kinds);
    }
}
