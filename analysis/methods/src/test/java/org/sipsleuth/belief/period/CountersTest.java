package org.sipsleuth.belief.period;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.belief.BeliefCapture;
import org.sipsleuth.belief.network.DecayRates;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.SourceRule;
import org.sipsleuth.belief.observation.TrafficEvents;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// The eight counters, against values computed by hand.
final class CountersTest {

    private static final PeriodSettings WHOLE = new PeriodSettings.Whole();

    @TempDir Path folder;

    private List<Period> periods(BeliefCapture capture, PeriodSettings settings) {
        SipIndex index = capture.read(folder);
        TrafficEvents events = TrafficEvents.of(index, SourceRule.ADDRESS, RunMonitor.NONE);
        return Periods.bySource(events, settings, DecayRates.PAPER, RunMonitor.NONE).all();
    }

    private Observation whole(BeliefCapture capture) {
        List<Period> periods = periods(capture, WHOLE);
        assertEquals(1, periods.size());
        return periods.getFirst().observation();
    }

    @Test
    void requestsLoseWeightWithTime() {
        Observation observation = whole(new BeliefCapture().talk("OPTIONS").after(2).talk("OPTIONS 200:OPTIONS"));
        assertEquals(Math.exp(-.7) + 1, observation.value(Variable.REQUEST_INTENSITY), 1e-12);
    }

    @Test
    void errorResponsesLoseWeightWithEveryResponseWhateverTheTime() {
        Observation observation = whole(new BeliefCapture().talk("INVITE 404").after(100).talk("200").talk("503"));
        double kept = Math.exp(-.15);
        assertEquals(kept * kept + 1, observation.value(Variable.ERROR_RESPONSE_INTENSITY), 1e-12);
    }

    @Test
    void defectiveMessagesLoseWeightWithEveryMessage() {
        BeliefCapture capture = new BeliefCapture().more("Subject no colon\r\n").talk("OPTIONS");
        capture.after(1).more("").talk("OPTIONS OPTIONS").after(1);
        capture.more("Subject no colon\r\n").talk("OPTIONS").after(1);
        Observation observation = whole(capture.more("").talk("OPTIONS"));
        assertEquals(Math.exp(-.15 * 3) + 1, observation.value(Variable.PARSING_ERROR_INTENSITY), 1e-12);
    }

    @Test
    void destinationsAreThoseOfRequestsThatBeginSomething() {
        BeliefCapture capture = new BeliefCapture();
        capture.uri("sip:1@example.org").talk("INVITE 200");
        capture.uri("sip:1@192.0.2.9:5070").talk("ACK BYE 200:BYE"); // in the dialog
        capture.uri("sip:1@example.org;transport=udp").talk("OPTIONS");
        capture.uri("sip:2@example.org").talk("OPTIONS OPTIONS");
        assertEquals(2, whole(capture).value(Variable.DESTINATIONS));
    }

    @Test
    void theMostDialogsAtATimeWaitForAck() {
        BeliefCapture capture = new BeliefCapture();
        for (int i = 0; i < 3; i++) {
            capture.callId(i + "@x").talk("INVITE 180 200 200").after(1);
        }
        capture.callId("0@x").talk("ACK").after(1);
        capture.callId("3@x").talk("INVITE 486").after(1).talk("ACK").after(1);
        capture.callId("4@x").talk("REGISTER 200:REGISTER");
        assertEquals(3, whole(capture).value(Variable.WAITING_DIALOGS));
    }

    @Test
    void anAckOfAnotherCseqEndsNoWaiting() {
        BeliefCapture capture = new BeliefCapture().cseq(1).talk("INVITE 200").after(1);
        capture.cseq(2).talk("ACK").after(1).callId("two@x").talk("INVITE 200");
        assertEquals(2, whole(capture).value(Variable.WAITING_DIALOGS));
    }

    @Test
    void portsAreThoseOfRtpEachOnceWithItsAddress() {
        String sdp = """
                v=0
                o=- 1 1 IN IP4 192.0.2.7
                s=-
                c=IN IP4 192.0.2.7
                t=0 0
                m=audio 4000 RTP/AVP 0
                m=video 4002/2 RTP/SAVP 96
                m=image 4008 udptl t38
                m=audio 0 RTP/AVP 0
                m=audio 4000 UDP/TLS/RTP/SAVPF 0
                c=IN IP4 192.0.2.8
                """.replace("\n", "\r\n");
        BeliefCapture capture = new BeliefCapture().more("Content-Type: application/sdp\r\n");
        capture.body(sdp).talk("INVITE 200").body("").talk("ACK");
        assertEquals(4, whole(capture).value(Variable.OPENED_PORTS));
    }

    @Test
    void methodsAndFirstDigitsAreCounted() {
        Observation observation = whole(new BeliefCapture().talk("REGISTER 401:REGISTER REGISTER 200:REGISTER OPTIONS")
                .talk("INVITE 100 183 302 503 603 ACK CANCEL BYE"));
        assertEquals(List.of(1, 2, 1, 1, 1), observation.counts(Variable.REQUEST_DISTRIBUTION));
        assertEquals(List.of(2, 1, 1, 1, 1, 1), observation.counts(Variable.RESPONSE_DISTRIBUTION));
        assertEquals(14, observation.messages());
    }

    @Test
    void countersBeginAnewInEachPeriodAndIntensitiesGoOn() {
        BeliefCapture capture = new BeliefCapture();
        for (int i = 0; i < 4; i++) {
            capture.uri("sip:%d@x".formatted(i)).talk("OPTIONS").after(10);
        }
        List<Period> periods = periods(capture, new PeriodSettings.ByTime(Duration.ofSeconds(20)));
        assertEquals(2, periods.size());
        Observation second = periods.get(1).observation();
        assertEquals(2, second.value(Variable.DESTINATIONS));
        assertEquals(1 + Math.exp(-3.5) * (1 + Math.exp(-3.5) * (1 + Math.exp(-3.5))),
                second.value(Variable.REQUEST_INTENSITY), 1e-12);
    }

    @Test
    void aPeriodByCountNeverEndsBetweenMessagesOfTheSameTime() {
        BeliefCapture capture = new BeliefCapture();
        capture.talk("OPTIONS OPTIONS").after(1).talk("OPTIONS OPTIONS OPTIONS").after(1);
        List<Period> periods = periods(capture.talk("OPTIONS"), new PeriodSettings.ByCount(3));
        assertEquals(List.of(5, 1), periods.stream().map(Period::messages).toList());
    }

    @Test
    void aForwardedRequestCountsOnceForTheSourceInItsLastVia() {
        String own = "SIP/2.0/UDP 203.0.113.66:5060;branch=z9hG4bK1";
        BeliefCapture capture = new BeliefCapture().talk("INVITE 100");
        capture.source("192.0.2.5").vias("SIP/2.0/UDP 192.0.2.5;branch=z9hG4bK2", own);
        capture.talk("INVITE 100 404");
        capture.source(BeliefCapture.SOURCE).vias().talk("404");
        assertEquals(List.of(1, 0, 0, 0, 0), whole(capture).counts(Variable.REQUEST_DISTRIBUTION));
    }

    @Test
    void aResponseBelongsToTheSourceOfItsRequestAlsoBehindAProxy() {
        String own = "SIP/2.0/UDP 10.0.0.7:5060;branch=z9hG4bK1;received=203.0.113.66";
        BeliefCapture capture = new BeliefCapture().source("192.0.2.5");
        capture.vias("SIP/2.0/UDP 192.0.2.5;branch=z9hG4bK2", own).talk("INVITE 404");
        SipIndex index = capture.read(folder);
        TrafficEvents byAddress = TrafficEvents.of(index, SourceRule.ADDRESS, RunMonitor.NONE);
        assertEquals(1, byAddress.sourceCount());
        assertEquals("203.0.113.66", byAddress.sourceName(0));
        TrafficEvents byVia = TrafficEvents.of(index, SourceRule.VIA, RunMonitor.NONE);
        assertEquals("10.0.0.7", byVia.sourceName(0));
    }
}
