package org.sipsleuth.edge.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The station against the formulas of queueing theory (Kleinrock, Queueing Systems I, 1975).
class ServerStationTest {

    private static final double SECOND = 1e9;

    /// Runs Poisson arrivals through a station.
    private static final class Course {
        private final SplittableRandom random;
        private final long[] arrivals;
        private double waitingNanos;
        private int served;
        private int refused;

        Course(long seed, int jobs, double perSecond) {
            random = new SplittableRandom(seed);
            arrivals = new long[jobs];
            double at = 0;
            for (int i = 0; i < jobs; i++) {
                at += exponential(1 / perSecond);
                arrivals[i] = (long) (at * SECOND);
            }
        }

        private double exponential(double mean) {
            return -mean * Math.log(1 - random.nextDouble());
        }

        Course run(int servers, int room, double meanSeconds, boolean isFixed) {
            ServerStation station = new ServerStation(servers, room, 1, arrivals.length, (job, begin, _) -> {
                waitingNanos += begin - arrivals[job];
                served++;
            });
            for (int job = 0; job < arrivals.length; job++) {
                station.advanceTo(arrivals[job]);
                double seconds = isFixed ? meanSeconds : exponential(meanSeconds);
                if (!station.offer(job, arrivals[job], (long) (seconds * SECOND), 0)) {
                    refused++;
                }
            }
            station.advanceTo(Long.MAX_VALUE);
            return this;
        }

        double meanWaitSeconds() {
            return waitingNanos / SECOND / served;
        }

        double refusedShare() {
            return (double) refused / arrivals.length;
        }
    }

    /// The share of refused calls with `servers` lines and `erlangs` of offered load.
    private static double erlangB(int servers, double erlangs) {
        double blocked = 1;
        for (int i = 1; i <= servers; i++) {
            blocked = erlangs * blocked / (i + erlangs * blocked);
        }
        return blocked;
    }

    /// The share of jobs that wait.
    private static double erlangC(int servers, double erlangs) {
        double blocked = erlangB(servers, erlangs);
        double use = erlangs / servers;
        return blocked / (1 - use * (1 - blocked));
    }

    @Test
    void meanWaitingTimeIsThatOfMMc() {
        for (int servers : new int[]{1, 4}) {
            double perSecond = 60;
            double mean = 0.8 * servers / perSecond;
            double erlangs = perSecond * mean;
            double expected = erlangC(servers, erlangs) * mean / (servers - erlangs);
            Course course = new Course(7, 4_000_000, perSecond).run(servers, Integer.MAX_VALUE, mean, false);
            assertEquals(expected, course.meanWaitSeconds(), 0.02 * expected);
        }
    }

    @Test
    void meanWaitingTimeIsThatOfMD1() {
        double perSecond = 60;
        double mean = 0.8 / perSecond;
        double expected = 0.8 * mean / (2 * (1 - 0.8)); // Pollaczek and Khinchine
        Course course = new Course(3, 4_000_000, perSecond).run(1, Integer.MAX_VALUE, mean, true);
        assertEquals(expected, course.meanWaitSeconds(), 0.01 * expected);
    }

    /// Erlang's formula holds for any distribution of service times.
    @Test
    void refusedShareIsThatOfErlangB() {
        double perSecond = 10;
        for (boolean isFixed : new boolean[]{true, false}) {
            Course course = new Course(5, 2_000_000, perSecond).run(8, 0, 0.7, isFixed);
            double expected = erlangB(8, 7);
            assertEquals(expected, course.refusedShare(), 0.01 * expected);
        }
    }

    @Test
    void higherPrioritiesBeginFirst() {
        List<Integer> order = new ArrayList<>();
        ServerStation station = new ServerStation(1, 10, 2, 1, (job, _, _) -> order.add(job));
        station.offer(0, 0, 100, 1);
        station.offer(1, 1, 100, 1);
        station.offer(2, 2, 100, 0);
        station.offer(3, 3, 100, 1);
        station.advanceTo(1_000);
        assertEquals(List.of(0, 2, 1, 3), order);
    }

    @Test
    void refusesWhenTheRoomIsFull() {
        ServerStation station = new ServerStation(1, 2, 1, 1, (_, _, _) -> {});
        assertTrue(station.offer(0, 0, 100, 0));
        assertTrue(station.offer(1, 0, 100, 0));
        assertTrue(station.offer(2, 0, 100, 0));
        assertFalse(station.offer(3, 0, 100, 0));
        assertEquals(1.0, station.load());
        station.advanceTo(100);
        assertEquals(1, station.waiting());
    }

    @Test
    void theQueueGrowsInOrder() {
        List<Integer> order = new ArrayList<>();
        ServerStation station = new ServerStation(1, 1_000, 1, 1, (job, _, _) -> order.add(job));
        for (int job = 0; job < 50; job++) {
            station.offer(job, 0, 1, 0);
        }
        station.advanceTo(20);
        for (int job = 50; job < 500; job++) {
            station.offer(job, 20, 1, 0);
        }
        station.advanceTo(10_000);
        for (int job = 0; job < 500; job++) {
            assertEquals(job, order.get(job));
        }
    }
}
