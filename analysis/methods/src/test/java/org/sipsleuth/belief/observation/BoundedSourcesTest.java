package org.sipsleuth.belief.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.belief.BeliefCapture;
import org.sipsleuth.run.RunMonitor;

/// More sources than are judged one by one.
class BoundedSourcesTest {

    @TempDir Path folder;

    /// Sources with so many messages each, in this order.
    private TrafficEvents events(int... messages) throws Exception {
        BeliefCapture capture = new BeliefCapture();
        for (int source = 0; source < messages.length; source++) {
            for (int i = 0; i < messages[source]; i++) {
                capture.source("10.0.0." + (source + 1)).callId(source + "-" + i + "@x").cseq(1).talk("OPTIONS");
                capture.after(1);
            }
        }
        return TrafficEvents.of(capture.read(folder), SourceRule.ADDRESS, RunMonitor.NONE);
    }

    private static List<Integer> sizes(EventGroups groups) {
        List<Integer> sizes = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            sizes.add(groups.to(group) - groups.from(group));
        }
        return sizes;
    }

    @Test
    void sourcesWithTheMostMessagesAreJudgedAndTheOthersCounted() throws Exception {
        EventGroups groups = EventGroups.bySource(events(1, 5, 2, 2, 7, 2), 3);
        assertEquals(List.of(0, 5, 2, 0, 7, 0), sizes(groups));
        assertEquals(new EventGroups.Others(3, 5), groups.others());
    }

    @Test
    void nothingIsLeftOutBelowTheLimit() throws Exception {
        EventGroups groups = EventGroups.bySource(events(1, 5, 2), 3);
        assertEquals(List.of(1, 5, 2), sizes(groups));
        assertEquals(new EventGroups.Others(0, 0), groups.others());
    }
}
