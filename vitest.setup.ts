import fc from 'fast-check'

// One seed for every run, so that a failure is the change's and can be had again.
fc.configureGlobal({ seed: 20_261_125 })
