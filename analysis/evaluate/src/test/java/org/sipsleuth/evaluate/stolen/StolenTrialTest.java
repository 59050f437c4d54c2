package org.sipsleuth.evaluate.stolen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;

final class StolenTrialTest {

    private static final int PER_DAY = 20;
    private static final int LIMIT = 15;

    @TempDir Path folder;

    @Test
    void bothAccountsOfAnOfficeAreNamedByIncidentsAndNobodyElseIs() throws IOException {
        StolenTrial trial = StolenTrial.of(NetworkCase.OFFICE, PER_DAY, 7_602, LIMIT,
                NamedAccounts.of(Methods.standard()), RunMonitor.NONE);
        assertEquals(2, trial.stolen(), trial::toString);
        List<Double> minutes = trial.minutes().getOrDefault(Means.INCIDENTS, List.of());
        assertEquals(2, minutes.size(), trial::toString);
        assertTrue(minutes.stream().allMatch(each -> each >= 0 && each <= 2 * 1_440), trial::toString);
        assertEquals(0, trial.others().get(Means.GRAVE), trial::toString);
        List<Double> any = trial.minutes().getOrDefault(Means.ANY, List.of());
        for (int account = 0; account < any.size(); account++) {
            assertTrue(any.get(account) <= minutes.get(account), trial::toString);
        }
    }

    @Test
    void aCaptureIsCutBeforeAMoment() throws IOException {
        PlayedNetwork.with(NetworkCase.OFFICE, PER_DAY, 7_603, RunMonitor.NONE, (network, capture) -> {
            SipIndex whole = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
            int some = whole.messages().size() / 3;
            long end = whole.messages().capturedAtNanos(some);
            long before = IntStream.range(0, whole.messages().size())
                    .filter(message -> whole.messages().capturedAtNanos(message) < end)
                    .count();
            Path cut = folder.resolve("cut.pcap");
            CutCapture frames = CutCapture.read(capture);
            frames.write(end, cut);
            assertEquals(before, CaptureIndexer.read(List.of(cut), RunMonitor.NONE).messages().size());
            frames.write(Long.MAX_VALUE, cut);
            assertEquals(whole.messages().size(), CaptureIndexer.read(List.of(cut), RunMonitor.NONE).messages().size());
            return whole;
        });
    }

    @Test
    void stolenAccountsAreThoseWithAPaidCall() throws IOException {
        PlayedNetwork.with(NetworkCase.ORGANISATION, PER_DAY, 7_604, RunMonitor.NONE, (network, _) -> {
            assertEquals(2, network.firstPaid().size(), network.firstPaid()::toString);
            long learned = network.records().fromNanos() + NetworkCase.ORGANISATION.learnedDays() * 86_000_000_000_000L;
            assertTrue(network.firstPaid().values().stream().allMatch(at -> at > learned),
                    network.firstPaid()::toString);
            assertTrue(network.firstPaid().keySet().stream().noneMatch(AbroadRules::isOutside),
                    network.firstPaid()::toString);
            return network;
        });
    }
}
