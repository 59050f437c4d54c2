# A complete call over TCP: messages are parts of a stream, not packets.
add_host phone1 192.0.2.11
add_host phone2 192.0.2.12
start_proxy -A WITH_TCP
contact_parameters=';transport=tcp'
register phone2 1002 -t t1
start_capture_pcapng tcp port 5060
callee 1002 phone2 callee -s 1002 -t t1
caller 1001 phone1 caller -s 1002 -key user 1001 -t t1
wait_for 1001 1002
stop_capture
expect phone1 ">INVITE <100 <180 <200 >ACK >BYE <200"
expect phone2 "<INVITE >180 >200 <ACK <BYE >200"
