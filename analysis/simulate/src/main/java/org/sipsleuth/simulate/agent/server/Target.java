package org.sipsleuth.simulate.agent.server;

import org.sipsleuth.simulate.network.Socket;

/// Where a proxy sends a request.
///
/// @param uri the Request-URI that it gets
/// @param isLastHop whether the one there is who the request is for, not another proxy
record Target(String uri, Socket socket, boolean isLastHop) {}
