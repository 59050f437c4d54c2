# Both phones of 1002 ring; the first is answered, the proxy cancels the second.
add_host phone1 192.0.2.11
add_host phone2a 192.0.2.12
add_host phone2b 192.0.2.22
start_proxy
register phone2a 1002
register phone2b 1002
start_capture
callee 1002a phone2a callee -s 1002
callee 1002b phone2b callee-cancel -s 1002
caller 1001 phone1 caller-forked -s 1002 -key user 1001
wait_for 1001 1002a 1002b
stop_capture
expect phone1 ">INVITE <100 <180 <180 <200 >ACK >BYE <200"
expect phone2a "<INVITE >180 >200 <ACK <BYE >200"
expect phone2b "<INVITE >180 <CANCEL >200 >487 <ACK"
