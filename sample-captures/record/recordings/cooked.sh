# A complete call, captured on the proxy itself on all interfaces (tcpdump -i any, Linux cooked v2).
add_host phone1 192.0.2.11
add_host phone2 192.0.2.12
start_proxy
register phone2 1002
start_capture_at proxy any udp port 5060
callee 1002 phone2 callee -s 1002
caller 1001 phone1 caller -s 1002 -key user 1001
wait_for 1001 1002
stop_capture
expect phone1 ">INVITE <100 <180 <200 >ACK >BYE <200"
