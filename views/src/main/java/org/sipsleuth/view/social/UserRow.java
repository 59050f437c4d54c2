package org.sipsleuth.view.social;

import org.sipsleuth.view.social.graph.CallRole;

/// A user in the list.
///
/// @param user its number in the records
/// @param cluster from 0, or -1 for none: it has too few calls
/// @param community from 0, or -1 for none
/// @param made calls made
/// @param received calls received
/// @param contacts different users called or calling
/// @param minutes talked, in calls made and received
record UserRow(int user, String name, int cluster, int community, CallRole role, long made, long received, int contacts,
        double minutes) {

    /// Calls made and received.
    long calls() {
        return made + received;
    }

    /// The letter of the cluster; empty for none.
    String clusterLetter() {
        return cluster < 0 ? "" : Character.toString('A' + cluster);
    }
}
