package org.sipsleuth.edge.station;

import java.util.Arrays;

/// One queue in front of several equal servers (paper 3, section 3: "single queue multiple server
/// system"): the next free server takes the first waiting job of the highest priority. Jobs are not
/// interrupted. Runs in virtual time; one thread.
public final class ServerStation {

    private final long[] freeAtNanos;
    private final int waitingRoom;
    private final IntQueue[] queues;
    private long[] serviceOfJob;
    private final ServiceListener listener;
    private int waiting;

    /// A station without jobs.
    ///
    /// @param servers how many servers, at least 1
    /// @param waitingRoom how many jobs can wait, at least 0
    /// @param priorities how many priorities there are, at least 1; 0 is the highest
    /// @param jobs all numbers of jobs are less than this; grows on demand
    public ServerStation(int servers, int waitingRoom, int priorities, int jobs, ServiceListener listener) {
        if (servers < 1 || waitingRoom < 0 || priorities < 1) {
            throw new IllegalArgumentException("a station has servers, room and priorities");
        }
        this.freeAtNanos = new long[servers];
        Arrays.fill(freeAtNanos, Long.MIN_VALUE);
        this.waitingRoom = waitingRoom;
        this.queues = new IntQueue[priorities];
        Arrays.setAll(queues, _ -> new IntQueue());
        this.serviceOfJob = new long[Math.max(1, jobs)];
        this.listener = listener;
    }

    /// When the next waiting job will begin, or [Long#MAX_VALUE] if none waits.
    public long nextBeginNanos() {
        return waiting == 0 ? Long.MAX_VALUE : freeAtNanos[firstFree()];
    }

    /// Lets all jobs begin that a server is free for until then. To be called in the order of time.
    public void advanceTo(long nanos) {
        while (waiting > 0) {
            int server = firstFree();
            if (freeAtNanos[server] > nanos) {
                return;
            }
            int job = next();
            waiting--;
            begin(server, job, freeAtNanos[server]);
        }
    }

    /// Offers a job that arrives now; all that began before must have been let begin.
    ///
    /// @return false if no server is free and the waiting room is full
    public boolean offer(int job, long nowNanos, long serviceNanos, int priority) {
        if (job >= serviceOfJob.length) {
            serviceOfJob = Arrays.copyOf(serviceOfJob, Math.max(job + 1, 2 * job));
        }
        serviceOfJob[job] = serviceNanos;
        int server = firstFree();
        if (waiting == 0 && freeAtNanos[server] <= nowNanos) {
            begin(server, job, nowNanos);
            return true;
        }
        if (waiting >= waitingRoom) {
            return false;
        }
        queues[priority].add(job);
        waiting++;
        return true;
    }

    private void begin(int server, int job, long nanos) {
        freeAtNanos[server] = nanos + serviceOfJob[job];
        listener.begins(job, nanos, freeAtNanos[server]);
    }

    private int next() {
        for (IntQueue queue : queues) {
            if (!queue.isEmpty()) {
                return queue.remove();
            }
        }
        throw new IllegalStateException("no job waits");
    }

    private int firstFree() {
        int first = 0;
        for (int i = 1; i < freeAtNanos.length; i++) {
            if (freeAtNanos[i] < freeAtNanos[first]) {
                first = i;
            }
        }
        return first;
    }

    /// How many jobs wait.
    public int waiting() {
        return waiting;
    }

    /// How many jobs of a priority wait.
    public int waiting(int priority) {
        return queues[priority].size();
    }

    /// The waiting jobs as a share of the room, 0 to 1; 0 for a station without one.
    public double load() {
        return waitingRoom == 0 ? 0 : (double) waiting / waitingRoom;
    }
}
